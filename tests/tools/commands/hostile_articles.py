# SPDX-License-Identifier: MIT
"""Articles that lead out of the checkout."""
import os
import shutil

from hostile_checkout import ARTICLE, write


def article_as_link(checkout):
    checkout.link("article.md", checkout.victim)


def folder_of_article_as_link(checkout):
    checkout.link("articles", checkout.outside)


def folder_that_became_a_link(checkout):
    write(checkout.path("letters/letters.md"), ARTICLE)
    checkout.late.append(("add", "-A"))
    checkout.late.append(lambda: (shutil.rmtree(checkout.path("letters")), checkout.link("letters", checkout.outside)))


def links_and_pipes(checkout):
    checkout.link("one.md", checkout.victim)
    checkout.link("private", checkout.outside)
    checkout.link("above", "..")
    os.mkfifo(checkout.path("pipe.md"))


def link_among_staged(checkout):
    checkout.link("leak.md", checkout.victim)
    checkout.link("leak2.md", "../private/letters.md")


KINDS = [article_as_link, folder_of_article_as_link, folder_that_became_a_link, links_and_pipes, link_among_staged]
