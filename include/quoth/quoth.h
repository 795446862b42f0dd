/* SPDX-License-Identifier: MIT */
#ifndef QUOTH_QUOTH_H
#define QUOTH_QUOTH_H

/**
 * @file
 * quoth for C, and for every language that can call C.
 *
 * All text is UTF-8 and ends with a zero byte. What returns a pointer returns NULL where it failed, what returns an int
 * 0; quoth_last_error() then says why. Strings that are returned as `char *` are the caller's, to be given to
 * quoth_free(). No C++ exception leaves these functions. A checker serves one thread at a time; several may be open at
 * once, on one store as well.
 */

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A store that is open, and how articles are read and checked. */
typedef struct quoth_checker quoth_checker;

/** The version of the library, "MAJOR.MINOR.PATCH"; it is never freed. */
char const* quoth_version(void);

/** Why the calling thread's last call failed, on one line; empty where it did not. Holds until that thread's next call
 * that may fail: quoth_close(), quoth_store_close(), quoth_free() and quoth_version() leave it as it is. */
char const* quoth_last_error(void);

/** Opens a store, read-only. With NULL there is none: such a checker extracts and does nothing else. */
quoth_checker* quoth_open(char const* store);

/** Closes what quoth_open() gave; NULL is allowed. */
void quoth_close(quoth_checker* checker);

/**
 * Sets one option for the calls that follow:
 *  - `policy`: "strict", "ap" (from the start), "broadcast", or the path of a policy file;
 *  - `policy_text`: what such a file would hold;
 *  - `date`: YYYY-MM-DD, for articles that name no day;
 *  - `coverage`: "complete" (from the start) or "partial", what the store is meant to hold of what is quoted;
 *  - `speaker`: "PRINTED=KNOWN", what the store calls somebody whom articles call PRINTED; any number of them;
 *  - `threads`: how many may share an article with many quotations, or the articles of a table, "1" from the start;
 *  - `format`: the format of articles by its name, "auto" from the start;
 *  - `limit`: "NAME=VALUE", what reading a file may cost, as `quoth check --limit` takes it.
 */
int quoth_set(quoth_checker* checker, char const* option, char const* value);

/**
 * Checks the articles of a file, in any format that the program reads. Gives JSON lines, one an article: what
 * `quoth check --format jsonl` prints where no comment of the article and no baseline sets a finding aside. Fails where
 * an article cannot be read.
 */
char* quoth_check_file(quoth_checker* checker, char const* path);

/** The same for `size` bytes in memory; `name` stands for the path, names the article and tells the format by its
 * ending. */
char* quoth_check_bytes(quoth_checker* checker, char const* name, char const* bytes, size_t size);

/**
 * Checks a table of articles, given by its columns as `size` bytes of JSON: {"id": ["a", "b"], "text": ["…", "…"]}. The
 * fields are those of `quoth check --input-format jsonl`; null stands for none, and only "text" is required. `first` is
 * the number of the first row, where the table is a part of a larger one. Gives a table of the findings in the same
 * form, a row a quotation:
 *  - `row`, the article's row, and `article`, its id, or "row N" where it has none;
 *  - `quotation` (its number in the article, from 1), `kind`, `text`, `start` and `end` (code points of the article's
 *    text), `line` and `column` (from 1), `speaker`;
 *  - `verdict`, `also` (an array), `must_be_seen`, `fidelity` and `confidence` (in [0, 1]), `message`, `reason`,
 *    `speaker_checked`;
 *  - of the best passage: `source`, `said_on` (YYYY-MM-DD), `said_by`, `utterance` (from 0), `time` (seconds into the
 *    recording), `passage`, `url`, `made`;
 *  - `error`: why an article could not be read, which then has one row with `row` and `article` alone.
 */
char* quoth_check_table(quoth_checker* checker, char const* columns, size_t size, size_t first);

/** The quotations of a file's articles and who is said to have said them, as `quoth extract --format jsonl` prints
 * them. */
char* quoth_extract_file(quoth_checker* checker, char const* path);

/** The same for bytes in memory. */
char* quoth_extract_bytes(quoth_checker* checker, char const* name, char const* bytes, size_t size);

/**
 * Where were these words said? JSON lines, the best passage first, as `quoth search --format jsonl` prints them; empty
 * where nothing resembles them. `speaker` is preferred where several hold the words, and may be NULL; there are at most
 * `limit` passages.
 */
char* quoth_search(quoth_checker* checker, char const* words, char const* speaker, size_t limit);

/** What the store holds: JSON lines, one a source, as `quoth store list --format jsonl` prints them. */
char* quoth_sources(quoth_checker* checker);

/** Who speaks in the store: JSON lines, {"name":"Ana Ruud","sources":2,"utterances":31}, by name. */
char* quoth_speakers(quoth_checker* checker);

/** How much the store holds: one line of JSON, what `quoth store stats --format jsonl` prints. Its "version" changes
 * with what the store holds, and with nothing else. */
char* quoth_stats(quoth_checker* checker);

/** A store that is open for writing; one thread at a time, and checkers may read it meanwhile. */
typedef struct quoth_store quoth_store;

/** Opens a store for writing; it is made where it does not exist. */
quoth_store* quoth_store_open(char const* path);

/** Closes what quoth_store_open() gave; NULL is allowed. */
void quoth_store_close(quoth_store* store);

/**
 * Ingests the sources of a file: a transcript or document in any format that the program reads, or JSON lines of many
 * sources. All of them or, where it fails, none; of more than fits in memory (some 130,000 sources, or 160 million
 * words) the parts that are written already stay. `options` are "NAME=VALUE" with a NULL behind the last; NULL where
 * there are none: `speaker` (LABEL=NAME, parted at the last "="; any number of them), `format`, `id`, `title`, `date`,
 * `url`, `made`, `kind`, `limit` (NAME=VALUE), as `quoth ingest` takes them. Gives what came of it:
 * {"added":1,"replaced":0,"unchanged":0}
 */
char* quoth_ingest_file(quoth_store* store, char const* path, char const* const* options);

/** The same for `size` bytes in memory; `name` stands for the path, and names the source where nothing else does. */
char* quoth_ingest_bytes(quoth_store* store, char const* name, char const* bytes, size_t size,
                         char const* const* options);

/** Removes a source. Fails where the store holds none of that id. */
int quoth_remove(quoth_store* store, char const* id);

/** Frees a string; NULL is allowed. */
void quoth_free(char* text);

#ifdef __cplusplus
}
#endif

#endif
