# SPDX-License-Identifier: MIT
"""Sources of quoth.toml that lead out of the checkout, have no end, or are not meant to be read."""
import os

from hostile_checkout import TRANSCRIPT, write


def source_as_link(checkout):
    checkout.use_sources()
    checkout.link("transcripts/a.md", checkout.victim)
    checkout.link("transcripts/b.md", "../../private/letters.md")


def folder_of_sources_as_link(checkout):
    checkout.use_sources('"more/**", "transcripts/**", "transcripts/deep/*.md"')
    checkout.link("more", checkout.outside)
    checkout.link("transcripts/deep", checkout.outside)


def source_named_through_a_link(checkout):
    checkout.use_sources('"more/letters.md"')
    checkout.link("more", checkout.outside)


def sources_above(checkout):
    checkout.use_sources('"../../**"')


def sources_absolute(checkout):
    checkout.use_sources(f'"{checkout.outside}/*", "transcripts/**"')


def sources_above_inside(checkout):
    checkout.use_sources('"transcripts/../../private/*"')


def source_as_pipe(checkout):
    checkout.use_sources('"transcripts/**", "transcripts/p.txt"')
    checkout.late.append(lambda: os.mkfifo(checkout.path("transcripts/p.txt")))


def many_sources(checkout):
    def make():
        for i in range(10_050):
            with open(checkout.path(f"transcripts/{i}.txt"), "w", encoding="utf-8"):
                pass
    checkout.use_sources()
    checkout.late.append(make)


def huge_source(checkout):
    def make():
        with open(checkout.path("transcripts/huge.txt"), "wb") as file:
            file.truncate(300 << 20)
    checkout.use_sources()
    checkout.late.append(make)


def folders_without_end(checkout):
    checkout.use_sources()
    os.makedirs(checkout.path("transcripts/" + "d/" * 150))
    write(checkout.path("transcripts/" + "d/" * 150 + "x.txt"), TRANSCRIPT)


def store_in_the_cache(checkout):
    checkout.use_sources()
    write(checkout.cache + "/quoth/other/store-a", "a store of another checkout")
    checkout.config('store = "../../cache/quoth/other/store-a"\n')


def patterns_of_many_stars(checkout):
    checkout.use_sources('"' + "*a" * 400 + '*b", "' + "[a-z]*" * 150 + '9", "transcripts/**"')
    write(checkout.path("a" * 200 + ".txt"), TRANSCRIPT)


def settings_of_git(checkout):
    """They may hold passwords."""
    checkout.use_sources('".git/config", "transcripts/**"')
    checkout.git("config", "http.extraHeader", "the private letter of a token")


KINDS = [source_as_link, folder_of_sources_as_link, source_named_through_a_link, sources_above, sources_absolute,
         sources_above_inside, source_as_pipe, many_sources, huge_source, folders_without_end, store_in_the_cache,
         patterns_of_many_stars, settings_of_git]

# Whose patterns are looked for, so that the cache has a folder for their store.
WITH_A_CACHE = [source_as_link, folder_of_sources_as_link, source_named_through_a_link, source_as_pipe, many_sources,
                huge_source, folders_without_end, store_in_the_cache, patterns_of_many_stars]
