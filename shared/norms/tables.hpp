// Readers of the single law tables, used by Norms::parse only. Each refuses the whole table at the first bad row.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "shared/domain/result.hpp"
#include "shared/norms/norms.hpp"
#include "shared/norms/row.hpp"

namespace omnia::norms {

// One row of parametri.json; what is wrong stays in `row`.
Parameter read_parameter(Row& row);
domain::Result<std::vector<Parameter>> parse_parameters(const std::string& file, const nlohmann::json& rows);
domain::Result<std::vector<Causale>> parse_causali(const std::string& file, const nlohmann::json& rows);
domain::Result<std::vector<AlertText>> parse_alerts(const std::string& file, const nlohmann::json& rows);
domain::Result<RoutingTable> parse_routing(const std::string& file, const nlohmann::json& root);

// Stable code of every defect of a row.
inline domain::Reason bad_row(std::string testo) { return {"norme.riga", std::move(testo)}; }

// Reads every row of `rows` with `read(Row&) -> T`.
template <class T, class Read>
domain::Result<std::vector<T>> parse_rows(const std::string& file, const nlohmann::json& rows, Read read) {
  if (!rows.is_array()) return bad_row(file + ": manca l’elenco delle righe.");
  std::vector<T> items;
  for (const auto& json : rows) {
    Row row(json, file + ", riga " + std::to_string(items.size() + 1));
    items.push_back(read(row));
    auto defect = row.defect();
    if (!defect.empty()) return bad_row(std::move(defect));
  }
  return items;
}

}  // namespace omnia::norms
