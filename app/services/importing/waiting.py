"""What the reader of a file asks while it is awaited."""

from app.domain.errors import Cancelled
from app.services.job import Job


class Waiting:
    """Asked while the reader is awaited. The job that opened a file is often over long before."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def step(self) -> None:
        """Called again and again.

        Raises:
            Cancelled: the person asked to stop.
        """
        if self.job.stopping:
            raise Cancelled
