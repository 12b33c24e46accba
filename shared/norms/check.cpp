#include "shared/norms/check.hpp"

#include <algorithm>

#include "shared/norms/keys.hpp"
#include "shared/norms/tables.hpp"

namespace omnia::norms {
namespace {

using domain::Date;

struct Riga {
  Parameter parameter;
  std::string dove;  // "parametri.json, riga 3 (chiave)"
  bool leggibile = true;
};

struct Esame {
  std::vector<std::string> difetti;
  std::vector<Riga> righe;

  void found(const std::string& dove, const std::string& che_cosa) { difetti.push_back(dove + ": " + che_cosa + "."); }
};

Date begin_of(const Parameter& p) { return p.valid_from.value_or(Date::of(1900, 1, 1)); }

void read_rows(const std::string& file, const nlohmann::json& rows, Esame& esame) {
  if (!rows.is_array()) return esame.found(file, "manca l’elenco delle righe");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows[i], file + ", riga " + std::to_string(i + 1));
    Riga riga{read_parameter(row), {}, true};
    riga.dove = row.where();
    if (auto defect = row.defect(); !defect.empty()) {
      esame.difetti.push_back(std::move(defect));
      riga.leggibile = false;
    }
    esame.righe.push_back(std::move(riga));
  }
}

void check_keys(Esame& esame) {
  for (const auto& riga : esame.righe) {
    const auto& p = riga.parameter;
    if (p.chiave.empty()) continue;
    const auto* key = known_key(p.chiave);
    if (key == nullptr) {
      esame.found(riga.dove, "il programma non conosce la chiave «" + p.chiave + "»");
    } else if (riga.leggibile && p.unita != key->unita) {
      esame.found(riga.dove, "l’unità è «" + p.unita + "» ma il programma si aspetta «" + std::string(key->unita) + "»");
    }
  }
  for (const auto& key : known_keys()) {
    const bool written =
        std::any_of(esame.righe.begin(), esame.righe.end(), [&](const Riga& riga) { return riga.parameter.chiave == key.nome; });
    if (!written && !key.uso.empty())
      esame.found("parametri.json", "manca la chiave «" + std::string(key.nome) + "», usata da: " + std::string(key.uso));
  }
}

// Two rows of one key, the first in force before the second.
void check_pair(const Riga& before, const Riga& after, bool windows, Esame& esame) {
  const auto& end = before.parameter.valid_to;
  const auto start = begin_of(after.parameter);
  if (!end || start <= *end) {
    esame.found(after.dove, "vale dal " + start.italiano() + ", quando vale ancora la riga precedente (" + before.dove + ")");
  } else if (!windows && *end + 1 < start) {
    esame.found(after.dove, "nessun valore dal " + (*end + 1).italiano() + " al " + (start - 1).italiano());
  }
}

void check_validity(const Esame& read, Esame& esame) {
  std::vector<const Riga*> rows;
  for (const auto& riga : read.righe) {
    if (riga.leggibile) rows.push_back(&riga);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Riga* a, const Riga* b) {
    const auto& left = a->parameter;
    const auto& right = b->parameter;
    return left.chiave != right.chiave ? left.chiave < right.chiave : begin_of(left) < begin_of(right);
  });
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& p = rows[i]->parameter;
    const auto* key = known_key(p.chiave);
    const auto continuity = key == nullptr ? Continuita::a_termine : key->continuita;
    if (i + 1 < rows.size() && rows[i + 1]->parameter.chiave == p.chiave) {
      check_pair(*rows[i], *rows[i + 1], continuity == Continuita::finestre, esame);
    } else if (continuity == Continuita::senza_fine && p.valid_to) {
      esame.found(rows[i]->dove, "nessun valore dopo il " + p.valid_to->italiano() + ": la chiave deve valere anche poi");
    }
  }
}

}  // namespace

std::vector<std::string> check(const std::map<std::string, std::string>& tables) {
  Esame esame;
  std::map<std::string, std::string> others;
  for (const auto& [file, text] : tables) {
    const auto root = nlohmann::json::parse(text, nullptr, false);
    if (root.is_object() && root.contains("parametri")) {
      Row head(root, file);
      head.text("versione");
      head.raw("parametri");
      if (auto defect = head.defect(); !defect.empty()) esame.difetti.push_back(std::move(defect));
      read_rows(file, root["parametri"], esame);
    } else {
      others.emplace(file, text);
    }
  }
  check_keys(esame);
  const Esame read = esame;
  check_validity(read, esame);
  // The other tables by their own strict readers, beside the smallest good table of parameters.
  others.emplace(
      "parametri.json",
      R"({"versione":"1","parametri":[{"chiave":"-","valore":0,"unita":"giorni","citazione":"-","mark":"confirmed"}]})");
  if (const auto parsed = Norms::parse(others); !parsed.ok()) esame.difetti.push_back(parsed.reason().testo);
  return esame.difetti;
}

}  // namespace omnia::norms
