# Run by omnia_embed: writes the .cpp and .hpp with the files' text as raw string literals.
file(STRINGS "${LIST}" files)
set(body "#include \"assets/${NAME}.hpp\"\n\nnamespace omnia::assets {\n\nconst std::map<std::string, std::string>& ${NAME}() {\n  static const std::map<std::string, std::string> files = {\n")
foreach(file IN LISTS files)
  get_filename_component(base "${file}" NAME)
  # Read as hex: CMake's own text reading mangles ; and [ ].
  file(READ "${file}" hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND body "      {\"${base}\", [] {\n        static constexpr unsigned char kBytes[] = {${bytes}0};\n        return std::string(reinterpret_cast<const char*>(kBytes), sizeof kBytes - 1);\n      }()},\n")
endforeach()
string(APPEND body "  };\n  return files;\n}\n\n}  // namespace omnia::assets\n")
file(WRITE "${OUT}/${NAME}.cpp" "${body}")
file(WRITE "${OUT}/${NAME}.hpp" "// Generated from the files of ${NAME}.\n#pragma once\n#include <map>\n#include <string>\n\nnamespace omnia::assets {\nconst std::map<std::string, std::string>& ${NAME}();\n}\n")
