# What Debian's policy asks of documents, in the folder that CPack has filled: a compressed manual page (12.1), the licence
# under the name copyright (12.5).
file(GLOB_RECURSE pages ${CPACK_TEMPORARY_DIRECTORY}/quoth.1)
execute_process(COMMAND gzip -9 --no-name ${pages} COMMAND_ERROR_IS_FATAL ANY)
file(GLOB_RECURSE licences ${CPACK_TEMPORARY_DIRECTORY}/LICENSE)
foreach(licence IN LISTS licences)
  cmake_path(REPLACE_FILENAME licence copyright OUTPUT_VARIABLE copyright)
  file(RENAME ${licence} ${copyright})
endforeach()
