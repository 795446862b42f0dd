/* SPDX-License-Identifier: MIT */
/* check STORE ARTICLE...: the findings of each article as JSON lines. */
#include <quoth/quoth.h>
#include <stdio.h>

int main(int argc, char **argv) {
  quoth_checker *checker = argc > 2 ? quoth_open(argv[1]) : NULL;
  int failed = checker == NULL || !quoth_set(checker, "policy", "ap");
  int i;
  for (i = 2; i < argc && !failed; ++i) {
    char *lines = quoth_check_file(checker, argv[i]);
    failed = lines == NULL;
    if (!failed) fputs(lines, stdout);
    quoth_free(lines);
  }
  if (failed) fprintf(stderr, "%s\n", argc > 2 ? quoth_last_error() : "usage: check STORE ARTICLE...");
  quoth_close(checker);
  return failed ? 2 : 0;
}
