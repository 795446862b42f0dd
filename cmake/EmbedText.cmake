# quoth_embed(target NAME file...): compiles data files into the target, so that the program has no data to find.
# Each file data/cue-verbs.txt becomes `std::string_view quoth::embedded::cue_verbs`, declared in <NAME>.
function(quoth_embed target header)
  set(declarations "")
  set(definitions "")
  foreach(file IN LISTS ARGN)
    get_filename_component(path ${file} ABSOLUTE)
    get_filename_component(name ${file} NAME_WLE)
    string(MAKE_C_IDENTIFIER ${name} name)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    file(READ ${path} content HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," content "${content}")
    string(APPEND declarations "extern const std::string_view ${name};\n")
    string(APPEND definitions
           "namespace {\nconst unsigned char ${name}_bytes[] = {${content}0};\n}\n"
           "const std::string_view ${name}{reinterpret_cast<const char*>(${name}_bytes), sizeof ${name}_bytes - 1};\n")
  endforeach()
  set(directory ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  get_filename_component(stem ${header} NAME_WLE)
  file(CONFIGURE OUTPUT ${directory}/${header}
       CONTENT "#pragma once\n#include <string_view>\nnamespace quoth::embedded {\n${declarations}}\n" @ONLY)
  file(CONFIGURE OUTPUT ${directory}/${stem}.cpp
       CONTENT "#include \"${header}\"\nnamespace quoth::embedded {\n${definitions}}\n" @ONLY)
  target_sources(${target} PRIVATE ${directory}/${stem}.cpp)
  target_include_directories(${target} PRIVATE ${directory})
endfunction()
