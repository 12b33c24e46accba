# The project's own warnings; third-party headers are SYSTEM and stay silent.
function(omnia_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
  if(OMNIA_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()
