"""What Pelican needs to know: `make` reads it, and so does plain Pelican: `pelican content -s pelicanconf.py`.

It makes Pelican do one thing only: run our plugins and copy the theme's static files. What each setting does stands in
Pelican's own documentation. What a site is called, and all else that is its own, stands in its content: `site.yaml`.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))

from briefings import plugin
from command.running import StrictPelican
from command.whereabouts import work_folder

# A module and not its name: a plugin that is missing or broken ends the build. Pelican would go on without one
# that it knows only by name.
PLUGINS = [plugin]
PELICAN_CLASS = StrictPelican

# The project's folders. For others, give CONTENT= and OUTPUT= to `make`, or a path and -o to Pelican.
PATH = "content"
OUTPUT_PATH = "output"
THEME = "themes/briefing"
CACHE_PATH = str(work_folder(Path(__file__).resolve().parent) / ".cache")

# The public address comes from the content's `site.yaml`; publishconf.py gives another.
SITEURL = ""

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
