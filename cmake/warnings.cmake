# The project's own warnings; third-party headers are SYSTEM and stay silent.
function(omnia_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
  # GCC 12 sees an overlap in std::string's operator+ that is not there (GCC bug 105329).
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-restrict)
  endif()
  if(OMNIA_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()
