#include "tools/demo/demo.hpp"

namespace omnia::demo {
namespace {

using domain::Date;

std::string cell(const std::string& text) {
  if (text.find_first_of(";\"\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  return out + "\"";
}

std::string row(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ";") + cell(cells[i]);
  return out + "\r\n";
}

std::string day(const std::optional<Date>& date) { return date ? date->iso() : std::string(); }

std::string flag(bool value) { return value ? "S" : "N"; }

// "0J 7B" -> "0J:2016-01-01:|7B:2016-01-01:"
std::string codes(std::string_view ca) {
  std::string out;
  for (std::size_t at = 0; at + 2 <= ca.size(); at += 3) {
    out += (out.empty() ? "" : "|") + std::string(ca.substr(at, 2)) + ":2016-01-01:";
  }
  return out;
}

const char* name(domain::StatoPosizione stato) {
  return stato == domain::StatoPosizione::attiva ? "attiva" : stato == domain::StatoPosizione::sospesa ? "sospesa" : "cessata";
}

const char* name(domain::TipoUnita tipo) {
  constexpr const char* kNames[] = {"sede", "stabilimento", "filiale", "laboratorio", "cantiere"};
  return kNames[static_cast<std::size_t>(tipo)];
}

const char* name(domain::StatoAutorizzazione stato) {
  constexpr const char* kNames[] = {"autorizzata", "in_istruttoria", "respinta", "annullata"};
  return kNames[static_cast<std::size_t>(stato)];
}

std::string hours(std::int64_t hundredths) {
  const std::string cents = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "," + (cents.size() == 1 ? "0" : "") + cents;
}

}  // namespace

std::string aziende_csv(const World& world) {
  std::string out = row({"matricola", "codice_fiscale", "denominazione", "csc", "ca", "ateco2007", "ateco2025", "stato", "dal",
                         "al", "sede", "pec", "indirizzo", "comune", "provincia", "qualita", "capitale_pubblico"});
  for (const Azienda& a : world.aziende) {
    const auto& main = a.unita.front();
    out += row({a.matricola, a.codice_fiscale, a.denominazione, std::string(a.modello.csc), codes(a.modello.ca),
                std::string(a.modello.ateco2007), std::string(a.modello.ateco2025), name(a.stato), day(a.dal), day(a.al),
                std::string(a.modello.sede), a.pec, main.indirizzo, main.comune, main.provincia, std::string(a.modello.qualita),
                "N"});
  }
  return out;
}

std::string unita_produttive_csv(const World& world) {
  std::string out = row(
      {"matricola", "progressivo", "tipo", "denominazione", "indirizzo", "comune", "provincia", "dal", "al", "giorni_settimana"});
  for (const Azienda& a : world.aziende) {
    for (const auto& u : a.unita) {
      out += row({a.matricola, std::to_string(u.progressivo), name(u.tipo), u.denominazione, u.indirizzo, u.comune, u.provincia,
                  day(u.dal), day(u.al), std::to_string(u.giorni_settimana)});
    }
  }
  return out;
}

std::string autorizzazioni_csv(const World& world) {
  std::string out = row({"numero", "matricola", "unita_produttiva", "prestazione", "causale", "eone", "stato", "dal", "al", "ore",
                         "ticket", "fruito_dichiarato"});
  for (const Azienda& a : world.aziende) {
    for (const Cassa& c : a.casse) {
      out += row({c.numero, a.matricola, std::to_string(c.unita), c.prestazione, c.causale, flag(c.eone), name(c.stato),
                  c.periodo.dal.iso(), c.periodo.al.iso(), hours(c.ore_centesimi), c.ticket, flag(c.fruito_dichiarato)});
    }
  }
  return out;
}

std::string deleghe_csv(const World& world) {
  std::string out = row({"id", "intermediario_cf", "matricola", "dal", "al", "revocata_il"});
  for (const Delega& d : world.deleghe) out += row({d.id, d.intermediario_cf, d.matricola, d.dal.iso(), day(d.al), ""});
  return out;
}

std::string identita_csv(const World& world) {
  std::string out = row({"id", "codice_fiscale", "cognome", "nome", "ruolo", "sede", "azienda_cf", "supervisore"});
  for (const Identita& i : world.identita) {
    out += row({i.id, i.persona.codice_fiscale, i.persona.cognome, i.persona.nome, i.ruolo, i.sede, i.azienda_cf, i.supervisore});
  }
  return out;
}

}  // namespace omnia::demo
