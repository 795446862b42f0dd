// SPDX-License-Identifier: MIT
#pragma once

/// @file
/// All of quoth: is what an article puts between quotation marks what was said, and by whom?
///
/// Texts are UTF-8 unless a type says otherwise. What goes wrong is thrown as quoth::Error. Functions may be called
/// from several threads at once; an object serves one thread at a time.

#include "quoth/article.hpp"
#include "quoth/candidate.hpp"
#include "quoth/checker.hpp"
#include "quoth/document.hpp"
#include "quoth/edit_class.hpp"
#include "quoth/error.hpp"
#include "quoth/finding.hpp"
#include "quoth/json.hpp"
#include "quoth/limits.hpp"
#include "quoth/policy.hpp"
#include "quoth/quotation.hpp"
#include "quoth/revision.hpp"
#include "quoth/ruling.hpp"
#include "quoth/search.hpp"
#include "quoth/source.hpp"
#include "quoth/store.hpp"
#include "quoth/store_coverage.hpp"
#include "quoth/transcript.hpp"
#include "quoth/verdict.hpp"
#include "quoth/version.hpp"
