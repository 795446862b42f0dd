# SPDX-License-Identifier: MIT
"""A desk for tests: a repository with transcripts, an article and a quoth.toml that names the transcripts as sources."""
import os
import time

from git_repository import QUOTH, GitRepository

COUNCIL = """THE MAYOR: We will not raise the ferry fare this year. Nobody in this hall has asked for a second boat.

MS. BERG: The waiting room is in the budget for next year, and it will open in May.
"""
BRIEFING = "THE MAYOR: The lock at the old harbour stays closed until the divers have looked at its gates.\n"
RIGHT = "“We will not raise the ferry fare this year,” Mayor Ana Ruud said.\n"
WRONG = "“We will raise the ferry fare this year,” Mayor Ana Ruud said.\n"
LOCK = "“The lock at the old harbour stays closed until the divers have looked at its gates,” Ana Ruud said.\n"
CONFIG = 'sources = ["transcripts/**"]\n[speakers]\n"THE MAYOR" = "Ana Ruud"\n"MS. BERG" = "Karin Berg"\n'


class Desk(GitRepository):
    """A repository with transcripts, an article and a quoth.toml, and a cache of the user's."""

    def __init__(self, folder):
        super().__init__(folder)
        self.cache = os.path.join(folder, "cache")
        self.env["XDG_CACHE_HOME"] = self.cache
        self.write("transcripts/council.txt", COUNCIL)
        self.write("quoth.toml", CONFIG)
        self.write("articles/ferry.md", RIGHT)

    def age(self):
        """As if all files were written a minute ago. The times of inodes cannot be set back: they are waited for."""
        for at, _, files in os.walk(os.path.join(self.top, "transcripts")):
            for name in files:
                os.utime(os.path.join(at, name), (time.time() - 60, time.time() - 60))
        time.sleep(2.1)

    def check(self, *options, **more):
        return self.run(QUOTH, "check", *(options or ("articles/ferry.md",)), **more)

    def said(self, *options, **more):
        return self.check(*options, **more).stderr

    def cached(self):
        folder, = (os.path.join(self.cache, "quoth", name) for name in os.listdir(os.path.join(self.cache, "quoth")))
        return folder

    def stores(self):
        return {name for name in os.listdir(self.cached()) if name.startswith("store-")}
