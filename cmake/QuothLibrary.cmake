# Every target of ours compiles with these and nothing of ours may warn; who links with us compiles as they like.
add_library(quoth_options INTERFACE)
# GCC 12 warns of -Wrestrict inside its own std::string (GCC bug 105651).
target_compile_options(quoth_options INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wno-restrict)
# Position-independent code of ours may still be inlined: nobody replaces a function of it.
target_compile_options(quoth_options INTERFACE -fno-semantic-interposition)
if(QUOTH_WERROR)
  target_compile_options(quoth_options INTERFACE -Werror)
endif()
if(QUOTH_SANITIZE)
  target_compile_options(quoth_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(quoth_options INTERFACE -fsanitize=address,undefined)
endif()

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
endfunction()
