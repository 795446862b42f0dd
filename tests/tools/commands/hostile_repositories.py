# SPDX-License-Identifier: MIT
"""Settings, hooks and objects of git made to do harm."""
import os
import shutil

from hostile_checkout import ARTICLE, run, write


def hooks(checkout):
    checkout.program("hooks/pre-commit")
    checkout.late.append(("config", "core.hooksPath", "hooks"))


def file_monitor(checkout):
    checkout.late.append(("config", "core.fsmonitor", checkout.program("monitor")))


def filters(checkout):
    """Programs that git runs on files: as they go into the index, and as they come out of it."""
    write(checkout.path(".gitattributes"), "*.md filter=evil diff=evil\n")
    program = checkout.program("filter")
    for key in ("filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "diff.evil.textconv",
                "diff.evil.command", "diff.external", "core.pager", "core.editor", "core.sshCommand"):
        checkout.late.append(("config", key, program))
    checkout.late.append(("config", "filter.evil.required", "true"))


def submodule_with_a_filter(checkout):
    """A program that git runs in a submodule as it looks whether that was changed."""
    identity = ["-c", "user.name=x", "-c", "user.email=x"]
    write(checkout.path("sub/f.txt"), "It rained.\n")
    write(checkout.path("sub/.gitattributes"), "f.txt filter=evil\n")
    checkout.git("init", "-q", "sub")
    checkout.git("-C", "sub", "add", "-A")
    checkout.git("-C", "sub", *identity, "commit", "-qm", "x")
    checkout.git("add", "-A")
    checkout.git(*identity, "commit", "-qm", "with a submodule")
    checkout.late.append(("-C", "sub", "config", "filter.evil.clean", checkout.program("filter")))
    checkout.late.append(lambda: os.utime(checkout.path("sub/f.txt"), (1e9, 1e9)))


def hook_of_the_index(checkout):
    os.makedirs(checkout.path(".git/hooks"), exist_ok=True)
    shutil.move(checkout.program("hook"), checkout.path(".git/hooks/post-index-change.late"))
    checkout.late.append(("config", "alias.x", "x"))


def files_of_another_time(checkout):
    """Files as they are in the index, but of another time: git would write that down, and run a hook for it."""
    os.makedirs(checkout.path(".git/hooks"), exist_ok=True)
    shutil.move(checkout.program("hook"), checkout.path(".git/hooks/post-index-change.late"))
    checkout.late.append(lambda: os.utime(checkout.path("quotes.db"), (1e9, 1e9)))


def work_tree_elsewhere(checkout):
    checkout.late.append(("config", "core.worktree", checkout.outside))


def settings_elsewhere(checkout):
    checkout.late.append(("config", "include.path", checkout.outside + "/../t.txt"))


def promised_objects(checkout):
    """Objects that are not there, and a program that is said to fetch them."""
    program = checkout.program("fetch")
    for key, value in (("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "evil"),
                       ("remote.evil.url", checkout.outside), ("remote.evil.promisor", "true"),
                       ("remote.evil.uploadpack", program), ("protocol.allow", "always"),
                       ("protocol.file.allow", "always")):
        checkout.late.append(("config", key, value))
    checkout.late.append("remove the blob")


def excludes_elsewhere(checkout):
    checkout.late.append(("config", "core.excludesFile", checkout.victim))


def attributes_elsewhere(checkout):
    checkout.late.append(("config", "core.attributesFile", checkout.victim))


def order_elsewhere(checkout):
    checkout.late.append(("config", "diff.orderFile", checkout.victim))


def checkout_inside(checkout):
    run(["git", "init", "-q", "inside"], checkout.top)
    write(checkout.path("inside/a.md"), ARTICLE)
    program = checkout.program("monitor")
    checkout.late.append(("-C", "inside", "config", "core.fsmonitor", program))
    checkout.late.append(("-C", "inside", "config", "core.excludesFile", checkout.victim))


KINDS = [hooks, file_monitor, filters, submodule_with_a_filter, hook_of_the_index, files_of_another_time,
         work_tree_elsewhere, settings_elsewhere, promised_objects, excludes_elsewhere, attributes_elsewhere,
         order_elsewhere, checkout_inside]
