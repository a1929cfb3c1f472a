"""Runs the stand-in for a program, and prints what its environment must say."""

import argparse
import sys
import threading

from tests.platforms.standin import TOKEN, StandIn


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    told = parser.parse_args()
    with StandIn(port=told.port, latency=told.latency) as server:
        for name, value in server.environment(TOKEN).items():
            sys.stdout.write(f"export {name}={value}\n")
        sys.stdout.flush()
        threading.Event().wait()


if __name__ == "__main__":
    main()
