"""Whether a database lies where a cloud service copies it; light, as every command asks."""

from app.storage.cloud_disks import cloud_around

__all__ = ["cloud_around"]
