#include "server/services/segnatura.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "server/documents/segnatura.hpp"
#include "server/services/istruttoria/atto.hpp"
#include "server/services/istruttoria/provvedimenti.hpp"
#include "server/services/refusal.hpp"
#include "server/store/identity_store.hpp"
#include "server/store/segnature_store.hpp"
#include "shared/domain/ascii.hpp"

namespace omnia::services {
namespace {

using documents::Identificatore;
using documents::Segnatura;

std::string file_name(const char* what, const std::string& protocollo, const char* extension) {
  std::string out = std::string(what) + "-" + protocollo + extension;
  std::replace(out.begin(), out.end(), '/', '-');
  return out;
}

Identificatore identifier(const store::Registrazione& entry) {
  const std::string& instant = entry.registrato_il;  // 2026-11-24T18:58:03+01:00
  return {entry.sede, fmt::format("{:07}", entry.numero), instant.substr(0, 10),
          instant.size() > 19 ? instant.substr(11) : std::string()};
}

// INPS.<office>.<dd/mm/yyyy>.<seven digits or more>, as the old procedure printed it. What is written otherwise is left out.
std::optional<Identificatore> printed(const std::string& text) {
  constexpr std::string_view kHead = "INPS.";
  const auto last = text.rfind('.');
  const auto day = last == std::string::npos || last == 0 ? std::string::npos : text.rfind('.', last - 1);
  if (text.rfind(kHead, 0) != 0 || day == std::string::npos || day <= kHead.size()) return std::nullopt;
  const std::string numero = text.substr(last + 1);
  const auto giorno = domain::Date::parse(text.substr(day + 1, last - day - 1));
  const bool digits = std::all_of(numero.begin(), numero.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!giorno.ok() || numero.size() < 7 || !digits) return std::nullopt;
  return Identificatore{text.substr(kHead.size(), day - kHead.size()), numero, giorno.value().iso()};
}

documents::Soggetto company(store::Connection& db, const store::DomandaIntera& domanda) {
  const auto& riga = domanda.riga;
  const auto sender = store::find_identita(db, domanda.inviata_da);
  // Who files for his own firm has told his names at the login.
  if (sender && sender->codice_fiscale == riga.codice_fiscale && riga.codice_fiscale.size() == 16)
    return documents::Persona{domanda.inviata_da_cognome, domanda.inviata_da_nome, riga.codice_fiscale};
  return documents::soggetto_di(riga.denominazione, riga.codice_fiscale);
}

Segnatura of_domanda(store::Connection& db, const store::DomandaIntera& domanda) {
  const auto& riga = domanda.riga;
  const auto entry = store::find_registrazione(db, riga.protocollo).value();
  Segnatura out;
  out.identificatore = identifier(entry);
  out.prima_registrazione = printed(riga.protocollo_origine);
  out.oggetto = entry.oggetto;
  out.mittente = company(db, domanda);
  out.destinatario = documents::Ufficio{riga.sede};
  out.primario = {file_name("domanda", riga.protocollo, ".json"), "application/json",
                  "Domanda di integrazione salariale ordinaria", domanda.impronta};
  for (const auto& one : store::list_allegati(db, riga.id)) out.allegati.push_back({one.nome, one.tipo, "", one.impronta});
  return out;
}

Segnatura of_act(store::Connection& db, const store::RigaDomanda& riga, const store::Provvedimento& atto) {
  const auto entry = store::find_registrazione(db, atto.protocollo).value();
  const auto asked = store::find_registrazione(db, riga.protocollo).value();
  Segnatura out;
  out.identificatore = identifier(entry);
  out.oggetto = entry.oggetto;
  out.riferimento = Segnatura::Riferimento{identifier(asked), asked.oggetto};
  out.mittente = documents::Ufficio{riga.sede};
  out.destinatario = documents::soggetto_di(riga.denominazione, riga.codice_fiscale);
  out.primario = {"provvedimento-" + atto.numero + ".pdf", "application/pdf", act_name(atto.tipo), atto.documento};
  return out;
}

std::string seal(const Office& office, const Segnatura& segnatura) {
  return documents::write_segnatura(segnatura, *office.sigillo, office.clock.roma().iso());
}

bool can_seal(const Office& office) { return office.sigillo && office.sigillo->valido(office.clock.now()); }

void seal_now(const Office& office, store::Connection& db, const std::string& protocollo, const Segnatura& segnatura) {
  if (!can_seal(office)) return;
  std::string xml;
  try {
    xml = seal(office, segnatura);
  } catch (const std::exception&) {
    return;  // who asks for it later is told
  }
  store::insert_segnatura(db, protocollo, office.clock.roma().iso(), xml);
}

void require_seal(const Office& office) {
  if (can_seal(office)) return;
  constexpr const char* kPrinted =
      "La segnatura stampata è nella ricevuta e nel provvedimento; per quella informatica rivolgiti "
      "a chi amministra il servizio.";
  if (!office.sigillo) {
    throw Refusal(Esito::in_conflitto, "segnatura.sigillo_assente",
                  "Il servizio non ha un sigillo elettronico: la segnatura informatica non si può fare.", kPrinted);
  }
  throw Refusal(Esito::in_conflitto, "segnatura.sigillo_scaduto",
                "Il certificato del sigillo elettronico non è valido oggi: la segnatura informatica non si può fare.", kPrinted);
}

// As it was sealed; sealed now, if it was not yet.
store::AllegatoIntero read_or_seal(Office& office, const std::string& protocollo,
                                   const std::function<Segnatura(store::Connection&)>& make) {
  const auto known = [&](store::Connection& db) { return store::find_segnatura(db, protocollo); };
  auto found = office.db.read(known);
  if (!found) {
    require_seal(office);
    found = office.db.write([&](store::Connection& db) {
      auto other = known(db);  // sealed meanwhile for somebody else
      if (other) return other;
      std::string xml = seal(office, make(db));
      store::insert_segnatura(db, protocollo, office.clock.roma().iso(), xml);
      return std::optional<std::string>(std::move(xml));
    });
  }
  return {file_name("segnatura", protocollo, ".xml"), "application/xml", std::move(*found)};
}

}  // namespace

void seal_domanda(Office& office, store::Connection& db, const store::DomandaIntera& domanda) {
  if (office.sigillo) seal_now(office, db, domanda.riga.protocollo, of_domanda(db, domanda));
}

void seal_act(Office& office, store::Connection& db, const store::RigaDomanda& domanda, const store::Provvedimento& atto) {
  if (office.sigillo) seal_now(office, db, atto.protocollo, of_act(db, domanda, atto));
}

bool gives_segnatura(const Office& office, store::Connection& db, std::string_view protocollo) {
  return can_seal(office) || store::find_segnatura(db, protocollo).has_value();
}

store::AllegatoIntero read_segnatura(Office& office, std::string_view id) {
  const auto domanda = office.db.read([&](store::Connection& db) { return store::find_domanda(db, id).value(); });
  return read_or_seal(office, domanda.riga.protocollo, [&](store::Connection& db) { return of_domanda(db, domanda); });
}

store::AllegatoIntero read_segnatura_atto(Office& office, std::string_view id, std::string_view n) {
  const auto domanda = office.db.read([&](store::Connection& db) { return store::find_riga(db, id).value(); });
  const auto atto = find_signed_act(office, id, n);
  return read_or_seal(office, atto.protocollo, [&](store::Connection& db) { return of_act(db, domanda, atto); });
}

store::AllegatoIntero read_registrata(Office& office, std::string_view id) {
  auto domanda = office.db.read([&](store::Connection& db) { return store::find_domanda(db, id).value(); });
  return {file_name("domanda", domanda.riga.protocollo, ".json"), "application/json", std::move(domanda.bozza)};
}

}  // namespace omnia::services
