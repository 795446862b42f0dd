# `cpack --preset package` makes quoth_VERSION_ARCHITECTURE.deb for the release of Debian, or of a system like it, that it
# runs on: the program, its modules, the manual page and the completions. The libraries are not in it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME quoth)
set(CPACK_PACKAGE_CONTACT "The quoth authors <quoth@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "verifier of quotations against transcripts and documents")
set(CPACK_PACKAGE_DESCRIPTION
  "quoth reads an article, extracts every quotation and who is said to have said
or written it, and checks each against a store of sources. It says for each
whether these words were said, by this speaker, and whether the printed words
keep what was meant, with the passage that proves it.")
set(CPACK_PACKAGE_FILE_NAME quoth)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/DebianDocuments.cmake)

set(CPACK_COMPONENTS_ALL runtime documents)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
