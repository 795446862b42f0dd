# Every target of ours compiles with these and nothing of ours may warn; who links with us compiles as they like.
add_library(quoth_options INTERFACE)
target_compile_options(quoth_options INTERFACE -Wall -Wextra -Wshadow -Wconversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # GCC 12 warns of -Wrestrict inside its own std::string (GCC bug 105651).
  target_compile_options(quoth_options INTERFACE -Wno-restrict)
endif()
# Position-independent code of ours may still be inlined: nobody replaces a function of it.
target_compile_options(quoth_options INTERFACE -fno-semantic-interposition)
if(QUOTH_WERROR)
  target_compile_options(quoth_options INTERFACE -Werror)
endif()
if(QUOTH_SANITIZE)
  target_compile_options(quoth_options INTERFACE
    -fsanitize=${QUOTH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # What a sanitizer adds hides from GCC that a value is set (GCC's manual, -fsanitize); other builds warn.
    target_compile_options(quoth_options INTERFACE -Wno-maybe-uninitialized)
  endif()
  target_link_options(quoth_options INTERFACE -fsanitize=${QUOTH_SANITIZE})
endif()

# What most files include of the standard library is compiled once for all libraries. Files still include what they use:
# the presets clang and lint, with CMAKE_DISABLE_PRECOMPILE_HEADERS, stop at one that does not.
# <iostream> is not here: it would have every file begin by setting up the standard streams.
set(QUOTH_STANDARD_HEADERS
  <algorithm> <array> <bit> <charconv> <chrono> <cmath> <cstdint> <cstring> <filesystem> <fstream> <functional> <iterator>
  <limits> <map> <memory> <optional> <ostream> <set> <span> <sstream> <string> <string_view> <tuple> <unordered_map>
  <unordered_set> <utility> <vector>)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
  # GCC forgets the headers' own diagnostic pragmas when it precompiles them (GCC bug 64117).
  target_compile_options(quoth_options INTERFACE -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
endif()

# quoth_precompiled_headers(NAME [header...]): a target that compiles the standard headers and others. Others reuse what it
# gives, and the compiler takes it only from a target with no definition that they lack: so it has none.
function(quoth_precompiled_headers name)
  file(CONFIGURE OUTPUT ${name}.cpp CONTENT "")
  add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
  target_link_libraries(${name} PRIVATE quoth_options)
  target_precompile_headers(${name} PRIVATE ${QUOTH_STANDARD_HEADERS} ${ARGN})
endfunction()
quoth_precompiled_headers(quoth_headers)

# quoth_library(NAME ROOM...): a static library of the sources in the rooms, folders seen from here. Includes are written
# from the project's root.
function(quoth_library name)
  set(sources "")
  foreach(room IN LISTS ARGN)
    file(GLOB found CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${room}/*.cpp)
    if(NOT found)
      message(FATAL_ERROR "${name}: no sources in ${room}")
    endif()
    list(APPEND sources ${found})
  endforeach()
  if(NOT QUOTH_PDF)
    list(FILTER sources EXCLUDE REGEX "/pdf_(article|transcript)\\.cpp$")
  endif()
  add_library(${name} STATIC ${sources})
  target_compile_features(${name} PUBLIC cxx_std_20)
  target_include_directories(${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>)
  target_link_libraries(${name} PRIVATE quoth_options)
  target_precompile_headers(${name} REUSE_FROM quoth_headers)
endfunction()
