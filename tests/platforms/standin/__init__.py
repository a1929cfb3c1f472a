"""A stand-in for the platforms on this computer: their answers as documented, with invented accounts.

Reference: platform-apis.md section 10. `python -m tests.platforms.standin` runs it for a program.
"""

from tests.platforms.standin.server import Seen, StandIn, environment
from tests.platforms.standin.world import TOKEN, World, followers_of

__all__ = ["TOKEN", "Seen", "StandIn", "World", "environment", "followers_of"]
