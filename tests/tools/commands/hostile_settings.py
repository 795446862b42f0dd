# SPDX-License-Identifier: MIT
"""quoth.toml, policies and baselines made to do harm."""
import os

from hostile_checkout import write


def policy_as_link(checkout):
    checkout.link("house.policy", checkout.outside + "/other.policy")
    checkout.config('store = "quotes.db"\npolicy = "house.policy"\n')


def policy_above(checkout):
    checkout.config('store = "quotes.db"\npolicy = "../private/other.policy"\n')


def policy_of_a_device(checkout):
    checkout.link("house.policy", "/dev/zero")
    checkout.config('store = "quotes.db"\npolicy = "house.policy"\n')


def config_as_link(checkout):
    write(os.path.join(checkout.outside, "quoth.toml"), 'store = "private.db"\n')
    checkout.link("quoth.toml", checkout.outside + "/quoth.toml")


def config_above(checkout):
    write(os.path.join(checkout.folder, "home", "quoth.toml"), 'store = "private/private.db"\n')
    os.remove(checkout.path("quoth.toml"))


def config_of_another_user(checkout):
    if os.geteuid() == 0:
        os.chown(checkout.path("quoth.toml"), 1234, 1234)


def deep_configuration(checkout):
    checkout.config("[" + "a." * 30000 + "a]\nx = 1\n")


def speakers_and_patterns(checkout):
    checkout.config('store = "quotes.db"\ninclude = ["../private/*", "/*", "*.md"]\n[speakers]\n"the mayor" = "../x"\n')


def baseline_as_link(checkout):
    checkout.link("baseline.txt", checkout.victim)
    checkout.link("report.html", checkout.victim)


def baseline_as_pipe(checkout):
    checkout.use_sources(more='baseline = "accepted.txt"\n')
    checkout.late.append(lambda: os.mkfifo(checkout.path("accepted.txt")))


def baseline_outside(checkout):
    checkout.use_sources(more='baseline = "accepted.txt"\n')
    checkout.link("accepted.txt", checkout.victim)


def cache_named(checkout):
    checkout.use_sources(more=f'cache = "{checkout.outside}"\n')


KINDS = [policy_as_link, policy_above, policy_of_a_device, config_as_link, config_above, config_of_another_user,
         deep_configuration, speakers_and_patterns, baseline_as_link, baseline_as_pipe, baseline_outside,
         cache_named]
