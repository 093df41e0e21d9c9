"""One profile for all property tests: enough examples to find what is wrong, few enough to wait for.

``EXAMPLES=20000 pytest tests/property`` looks longer.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "isnad",
    max_examples=int(os.environ.get("EXAMPLES", 100)),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.load_profile("isnad")
