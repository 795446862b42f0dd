// SPDX-License-Identifier: MIT
#pragma once

namespace quoth::tools {

// A file that another program cuts short while it is mapped into memory raises SIGBUS where it is read. From now on
// this ends the program with a line on standard error and the status of a failure. For the whole process.
void end_where_a_mapped_file_is_cut_short();

}  // namespace quoth::tools
