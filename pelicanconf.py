"""The site's settings. `make` reads them, and so does plain Pelican: `pelican content -s pelicanconf.py`.

The first part is yours to change. The second part makes Pelican do one thing only: run our plugins and copy
the theme's static files. What each setting of Pelican does stands in Pelican's own documentation.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))

from briefings import plugin
from command.running import StrictPelican

# ------------------------------------------------------------------------------------------------------------
# The site

SITE_NAME = {"ar": "إسناد", "en": "Isnad"}
SITE_TAGLINE = {
    "ar": "كل رقم وسنده: من قاله، ومن نقله، وأين ورد",
    "en": "Every figure with its source: who said it, who passed it on, and where",
}

# How Arabic names the months: "levantine" (آب, تشرين الأول), "iraqi" (as Iraq writes the same names),
# "egyptian" (أغسطس, أكتوبر) or "maghrebi" (غشت, أكتوبر).
ARABIC_MONTHS = "levantine"

# The digits of Arabic pages: "latn" (0123456789) or "arab" (٠١٢٣٤٥٦٧٨٩).
ARABIC_DIGITS = "latn"

# What the words in `side:` of registry/actors.yaml are called on the pages. Claims are compared side by side.
SIDE_NAMES = {
    "government": {"ar": "جانب الحكومة", "en": "Government side"},
    "opposition": {"ar": "جانب المعارضة", "en": "Opposition side"},
    "kurdish-forces": {"ar": "القوات الكردية", "en": "Kurdish forces"},
    "islamic-state": {"ar": "تنظيم الدولة الإسلامية", "en": "Islamic State"},
}

# The licence under which others may use the data: its short name as SPDX has it, its address, and what it is called.
# None: the data files say nothing of a licence, and the page of the data says that none has been named.
DATA_LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": {"ar": "المشاع الإبداعي: نَسب المُصنَّف 4.0 دولي", "en": "Creative Commons Attribution 4.0"},
}

# What texts can show besides photographs: "svg" for drawings, "pdf" for documents. Each page of such a file is drawn,
# and published as an image; files with anything in them but pages are refused. `make attachments` installs what that
# needs.
ATTACHMENTS = []

# The reports whose `original.txt` is published, by their slugs. By itself no original is.
PUBLISHED_ORIGINALS = []

# A file with a key, outside the content: then the hash of each original under this key is published (HMAC-SHA-256).
# With it you can show later that you had the original, and nobody can guess redacted words by it.
PROVENANCE_KEY = os.environ.get("PROVENANCE_KEY", "")

# What a new site must pass before it takes the old one's place. `python -m inspection --help` lists the checks.
INSPECTION = ["presence", "links", "figures", "words", "safety", "policy", "secrets", "hashes"]

# The public address, for what needs one: canonical links, citations, the page for what is not found.
# A site that is read from a folder needs none; publishconf.py gives one.
SITEURL = ""

# ------------------------------------------------------------------------------------------------------------
# Pelican

# A module and not its name: a plugin that is missing or broken ends the build. Pelican would go on without one
# that it knows only by name.
PLUGINS = [plugin]
PELICAN_CLASS = StrictPelican

# The project's folders. For others, give CONTENT= and OUTPUT= to `make`, or a path and -o to Pelican.
SITE_ROOT = str(Path(__file__).resolve().parent)
PATH = "content"
OUTPUT_PATH = "output"
THEME = "themes/briefing"

SITENAME = SITE_NAME["ar"]
DEFAULT_LANG = "ar"
TIMEZONE = "UTC"
LOCALE = ["C.UTF-8", "C"]  # of the process; the languages of the site are spoken by `bilingual`
RELATIVE_URLS = True

# Theme: <theme>/static/ goes to theme/, without what systems and editors leave there.
THEME_STATIC_DIR = "theme"
THEME_STATIC_PATHS = ["static"]
IGNORE_FILES = [".*", "*~", "*.swp", "__pycache__"]

# Pelican reads no articles, pages or files by itself, and writes no page of its own.
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = []
DIRECT_TEMPLATES = []
TEMPLATE_PAGES = {}
PAGINATED_TEMPLATES = {}
INDEX_SAVE_AS = ""
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = ""
DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = ""
PAGE_SAVE_AS = PAGE_LANG_SAVE_AS = ""
DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = ""
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""
FEED_ATOM = FEED_RSS = None
FEED_ALL_ATOM = FEED_ALL_RSS = None
CATEGORY_FEED_ATOM = CATEGORY_FEED_RSS = None
TAG_FEED_ATOM = TAG_FEED_RSS = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = TRANSLATION_FEED_RSS = None

# Pelican's own reading of Markdown is not used; `reports` has its own.
MARKDOWN = {"extension_configs": {}, "output_format": "html"}

# Its cache does not notice changed settings, and a site that is deleted first is lost when reading fails.
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
DELETE_OUTPUT_DIRECTORY = False
OUTPUT_SOURCES = False

# Nothing that Pelican has to say is hidden.
LOG_FILTER = []
