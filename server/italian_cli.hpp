// What a command line says to a person: CLI11 speaks English.
#pragma once
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>

namespace omnia {

// The part of `text` behind `mark`; all of it when the mark is not there.
inline std::string behind(const std::string& text, const std::string& mark) {
  const auto at = text.find(mark);
  return at == std::string::npos ? text : text.substr(at + mark.size());
}

// The sentences of CLI11, by kind of error, in Italian with the option that they are about. Without the full stop.
inline std::string explain(const CLI::Error& error) {
  const auto kind = static_cast<CLI::ExitCodes>(error.get_exit_code());  // its name may be that of the command
  const std::string what = error.what();
  const std::string option = what.substr(0, what.find(':'));
  if (kind == CLI::ExitCodes::RequiredError) {
    if (what.find("subcommand") != std::string::npos) return "manca il comando";
    return "manca " + what.substr(0, what.find(' '));
  }
  if (kind == CLI::ExitCodes::ExtrasError) return "argomento non previsto: " + behind(what, ": ");
  if (kind == CLI::ExitCodes::ConversionError) return "valore non valido: " + behind(what, ": ");
  if (kind == CLI::ExitCodes::ExcludesError) {
    const std::string other = behind(what, " excludes ");
    return what.substr(0, what.find(' ')) + " non si usa insieme a " + other;
  }
  if (kind == CLI::ExitCodes::ArgumentMismatch) {
    return what.find(": At Most") == std::string::npos ? "manca il valore di " + option : option + " è scritto più volte";
  }
  if (kind != CLI::ExitCodes::ValidationError) return what;
  const std::string missing = behind(what, " does not exist: ");
  if (missing != what) return "valore non ammesso per " + option + ": «" + missing + "» non esiste";
  const std::string range = behind(what, " not in range ");
  const auto to = range.find(" to ");
  if (range == what || to == std::string::npos) return "valore non ammesso per " + option;
  return "valore non ammesso per " + option + ": indica un numero da " + range.substr(0, to) + " a " + range.substr(to + 4);
}

// The words of the help, and of a wrong line: "Comando non valido: ….", then where the options are told.
inline void speak_italian(CLI::App& app, const std::string& help) {
  const auto formatter = std::make_shared<CLI::Formatter>();
  for (const auto& [english, italian] : {std::pair{"Usage", "Uso"},
                                         {"OPTIONS", "OPZIONI"},
                                         {"Positionals", "Argomenti"},
                                         {"SUBCOMMAND", "COMANDO"},
                                         {"REQUIRED", "(obbligatorio)"},
                                         {"TEXT", "TESTO"},
                                         {"UINT", "NUMERO"},
                                         {"INT", "NUMERO"}}) {
    formatter->label(english, italian);
  }
  app.formatter(formatter);
  app.option_defaults()->group("Opzioni");
  app.set_help_flag("-h,--help", "Mostra questo aiuto");
  app.failure_message(
      [help](const CLI::App*, const CLI::Error& error) { return "Comando non valido: " + explain(error) + ".\n" + help + "\n"; });
}

}  // namespace omnia
