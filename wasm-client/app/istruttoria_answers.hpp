// The office's JSON of the istruttoria as values of the model.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "wasm-client/app/istruttoria.hpp"

namespace omnia::app {

Pratica read_pratica(const nlohmann::json& pratica);
// nullopt when the text is not what it should be. The form starts from the proposal.
std::optional<Istruttoria> read_istruttoria(std::string_view body);
// The lines of a text that are not blank.
std::vector<std::string> lines(const std::string& text);
// The body of POST …/provvedimenti. Days and hours go as they were typed when they are wrong: the office says why.
std::string write_provvedimento(const Modulo& modulo);

}  // namespace omnia::app
