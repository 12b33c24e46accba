# omnia_embed(TARGET name files…): compiles the text of files into TARGET as
#   const std::map<std::string, std::string>& omnia::assets::name();   (file name -> text; header "assets/name.hpp")
function(omnia_embed target name)
  set(out "${CMAKE_BINARY_DIR}/generated/assets")
  set(list "${out}/${name}.list")
  list(JOIN ARGN "\n" joined)
  file(WRITE "${list}.new" "${joined}\n")
  file(COPY_FILE "${list}.new" "${list}" ONLY_IF_DIFFERENT)
  add_custom_command(
    OUTPUT "${out}/${name}.cpp" "${out}/${name}.hpp"
    COMMAND "${CMAKE_COMMAND}" -DNAME=${name} -DLIST=${list} -DOUT=${out} -P "${CMAKE_SOURCE_DIR}/cmake/embed_script.cmake"
    DEPENDS ${ARGN} "${list}" "${CMAKE_SOURCE_DIR}/cmake/embed_script.cmake"
    COMMENT "Embedding ${name}" VERBATIM)
  # `omnia_assets` makes all embedded texts and nothing else: what clang-tidy needs to read the sources.
  if(NOT TARGET omnia_assets)
    add_custom_target(omnia_assets)
  endif()
  add_custom_target(omnia_assets_${name} DEPENDS "${out}/${name}.cpp" "${out}/${name}.hpp")
  add_dependencies(omnia_assets omnia_assets_${name})
  target_sources(${target} PRIVATE "${out}/${name}.cpp" "${out}/${name}.hpp")
  target_include_directories(${target} PUBLIC "${CMAKE_BINARY_DIR}/generated")
endfunction()
