"""How services get at the clients of the platforms."""

from collections.abc import Callable, Mapping

from app.domain.platform import Platform
from app.platforms.protocol import FollowerSource
from app.platforms.settings import PlatformSettings

Clients = Callable[[PlatformSettings], Mapping[Platform, FollowerSource]]
"""Builds one for every platform that can be asked; nothing is sent by that."""

Sources = Callable[[], Mapping[Platform, FollowerSource]]
"""The clients with the tokens and addresses of this moment."""
