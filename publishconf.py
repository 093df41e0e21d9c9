"""The settings of a site that has a public address: those of pelicanconf.py, and that address.

`make SITEURL=https://example.org/briefings` reads these. Plain Pelican takes the address from the environment
(`SITEURL=https://example.org/briefings pelican content -s publishconf.py`). A site that always has the same
address can have it written here instead.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(1, str(Path(__file__).resolve().parent / "plugins"))

from command.running import public_address
from pelicanconf import *

SITEURL = public_address(os.environ.get("SITEURL", ""))
