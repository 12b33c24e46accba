#include "server/services/segnatura.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "server/documents/segnatura.hpp"
#include "server/services/istruttoria/atto.hpp"
#include "server/services/istruttoria/provvedimenti.hpp"
#include "server/services/istruttoria/richieste.hpp"
#include "server/services/protocollo.hpp"
#include "server/services/refusal.hpp"
#include "server/store/identity_store.hpp"
#include "server/store/segnature_store.hpp"
#include "shared/domain/ascii.hpp"

namespace omnia::services {
namespace {

using documents::Codici;
using documents::Identificatore;
using documents::Segnatura;

std::array<std::pair<const char*, std::string*>, 5> members_of(Codici& codici) {
  return {{{"amministrazione", &codici.amministrazione},
           {"aoo", &codici.aoo},
           {"registro", &codici.registro},
           {"classifica", &codici.classifica},
           {"voce", &codici.voce}}};
}

// Those of the settings when the entry was registered; those of today, when it was before anybody had said them.
Codici codes_of(const Office& office, const store::Registrazione& entry) {
  Codici out = office.codici;
  const auto said = nlohmann::json::parse(entry.codici, nullptr, false);
  if (!said.is_object()) return out;
  for (const auto& [name, text] : members_of(out)) *text = said.value(name, *text);
  return out;
}

Identificatore identifier(const Codici& codici, const store::Registrazione& entry) {
  const std::string& instant = entry.registrato_il;  // 2026-11-24T18:58:03+01:00
  Identificatore out;
  out.amministrazione = codici.amministrazione;
  out.aoo = documents::in_sede(codici.aoo, entry.sede);
  if (out.aoo != codici.aoo) out.descrizione_aoo = "Sede " + entry.sede;
  out.registro = documents::in_sede(codici.registro, entry.sede);
  out.numero = fmt::format("{:07}", entry.numero);
  out.giorno = instant.substr(0, 10);
  if (instant.size() > 19) out.ora = instant.substr(11);
  return out;
}

Segnatura::Classifica classification(const Codici& codici) { return {codici.classifica, codici.voce}; }

documents::Ufficio own(const Codici& codici, const std::string& sede) {
  return {codici.amministrazione, documents::in_sede(codici.aoo, sede)};
}

// INPS.<office>.<dd/mm/yyyy>.<seven digits or more>, as the old procedure printed it. What is written otherwise is left out.
std::optional<Identificatore> printed(const Codici& codici, const std::string& text) {
  constexpr std::string_view kHead = "INPS.";
  const auto last = text.rfind('.');
  const auto day = last == std::string::npos || last == 0 ? std::string::npos : text.rfind('.', last - 1);
  if (text.rfind(kHead, 0) != 0 || day == std::string::npos || day <= kHead.size()) return std::nullopt;
  const std::string numero = text.substr(last + 1);
  const auto giorno = domain::Date::parse(text.substr(day + 1, last - day - 1));
  const bool digits = std::all_of(numero.begin(), numero.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!giorno.ok() || numero.size() < 7 || !digits) return std::nullopt;
  Identificatore out;
  out.amministrazione = codici.amministrazione;
  out.aoo = text.substr(kHead.size(), day - kHead.size());
  out.descrizione_aoo = "Sede " + out.aoo;
  out.registro = documents::in_sede(codici.registro, out.aoo);
  out.numero = numero;
  out.giorno = giorno.value().iso();
  return out;
}

documents::Soggetto company(store::Connection& db, const store::DomandaIntera& domanda) {
  const auto& riga = domanda.riga;
  const auto sender = store::find_identita(db, domanda.inviata_da);
  // Who files for his own firm has told his names at the login.
  if (sender && sender->codice_fiscale == riga.codice_fiscale && riga.codice_fiscale.size() == 16)
    return documents::Persona{domanda.inviata_da_cognome, domanda.inviata_da_nome, riga.codice_fiscale};
  return documents::soggetto_di(riga.denominazione, riga.codice_fiscale);
}

Segnatura of_domanda(const Office& office, store::Connection& db, const store::DomandaIntera& domanda) {
  const auto& riga = domanda.riga;
  const auto entry = store::find_registrazione(db, riga.protocollo).value();
  Segnatura out;
  const Codici codici = codes_of(office, entry);
  out.identificatore = identifier(codici, entry);
  out.prima_registrazione = printed(codici, riga.protocollo_origine);
  out.oggetto = entry.oggetto;
  out.classifica = classification(codici);
  out.mittente = company(db, domanda);
  out.destinatario = own(codici, riga.sede);
  out.primario = {file_name("domanda", riga.protocollo, ".json"), "application/json",
                  "Domanda di integrazione salariale ordinaria", domanda.impronta};
  for (const auto& one : store::list_allegati(db, riga.id)) out.allegati.push_back({one.nome, one.tipo, "", one.impronta});
  return out;
}

// As its own segnatura says; as it would say, when it has none.
Segnatura::Riferimento reference(const Office& office, store::Connection& db, const std::string& protocollo) {
  const auto sealed_one = store::find_segnatura(db, protocollo);
  auto said = sealed_one ? documents::read_riferimento(*sealed_one) : std::nullopt;
  if (said) return std::move(*said);
  const auto entry = store::find_registrazione(db, protocollo).value();
  const Codici codici = codes_of(office, entry);
  return {identifier(codici, entry), entry.oggetto, classification(codici)};
}

// What the office writes to the company about its domanda; the document is still to be said.
Segnatura outgoing(const Office& office, store::Connection& db, const store::RigaDomanda& riga, const std::string& protocollo) {
  const auto entry = store::find_registrazione(db, protocollo).value();
  Segnatura out;
  const Codici codici = codes_of(office, entry);
  out.identificatore = identifier(codici, entry);
  out.oggetto = entry.oggetto;
  out.classifica = classification(codici);
  out.riferimento = reference(office, db, riga.protocollo);
  out.mittente = own(codici, riga.sede);
  out.destinatario = documents::soggetto_di(riga.denominazione, riga.codice_fiscale);
  return out;
}

Segnatura of_act(const Office& office, store::Connection& db, const store::RigaDomanda& riga, const store::Provvedimento& atto) {
  Segnatura out = outgoing(office, db, riga, atto.protocollo);
  out.primario = {"provvedimento-" + atto.numero + ".pdf", "application/pdf", act_name(atto.tipo), atto.documento};
  return out;
}

Segnatura of_request(const Office& office, store::Connection& db, const store::RigaDomanda& riga,
                     const store::RichiestaIntegrazione& richiesta) {
  Segnatura out = outgoing(office, db, riga, richiesta.protocollo);
  out.primario = {file_name("richiesta", richiesta.protocollo, ".pdf"), "application/pdf", "Richiesta di integrazione",
                  richiesta.documento};
  return out;
}

std::string seal(const Office& office, const Segnatura& segnatura) {
  return documents::write_segnatura(segnatura, *office.sigillo, office.clock.roma().iso());
}

bool can_seal(const Office& office) { return office.sigillo && office.sigillo->valido(office.clock.now()); }

void tell_unsealed(const Office& office, std::string_view registrato, std::string_view motivo) {
  if (office.non_sigillata) office.non_sigillata(registrato, motivo);
}

// The registration holds whatever the seal does: who asks for the segnatura later gets it, or is told.
void seal_now(const Office& office, store::Connection& db, std::string_view registrato, const std::string& protocollo,
              const std::function<Segnatura()>& make) {
  if (!office.sigillo) return;
  if (!can_seal(office)) {
    tell_unsealed(office, registrato, "il certificato del sigillo non è valido");
    return;
  }
  std::string xml;
  try {
    xml = seal(office, make());
  } catch (const std::exception& e) {
    tell_unsealed(office, registrato, e.what());
    return;
  }
  store::insert_segnatura(db, protocollo, office.clock.roma().iso(), xml);
}

void require_seal(const Office& office) {
  if (can_seal(office)) return;
  constexpr const char* kPrinted =
      "La segnatura stampata è nella ricevuta, nella richiesta e nel provvedimento; per quella informatica rivolgiti "
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

void remember_codes(store::Db& db, const Codici& codici) {
  Codici mine = codici;
  nlohmann::json text = nlohmann::json::object();
  for (const auto& [name, value] : members_of(mine)) text[name] = *value;
  const std::string said = text.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  db.write([&](store::Connection& w) { store::put_codici(w, said); });
}

void seal_domanda(Office& office, store::Connection& db, const store::DomandaIntera& domanda) {
  seal_now(office, db, "domanda", domanda.riga.protocollo, [&] { return of_domanda(office, db, domanda); });
}

void seal_act(Office& office, store::Connection& db, const store::RigaDomanda& domanda, const store::Provvedimento& atto) {
  seal_now(office, db, "provvedimento", atto.protocollo, [&] { return of_act(office, db, domanda, atto); });
}

void seal_request(Office& office, store::Connection& db, const store::RigaDomanda& domanda,
                  const store::RichiestaIntegrazione& richiesta) {
  seal_now(office, db, "richiesta", richiesta.protocollo, [&] { return of_request(office, db, domanda, richiesta); });
}

bool gives_segnatura(const Office& office, store::Connection& db, std::string_view protocollo) {
  return can_seal(office) || store::find_segnatura(db, protocollo).has_value();
}

store::AllegatoIntero read_segnatura(Office& office, std::string_view id) {
  const auto domanda = office.db.read([&](store::Connection& db) { return store::find_domanda(db, id).value(); });
  return read_or_seal(office, domanda.riga.protocollo, [&](store::Connection& db) { return of_domanda(office, db, domanda); });
}

store::AllegatoIntero read_segnatura_atto(Office& office, std::string_view id, std::string_view n) {
  const auto domanda = office.db.read([&](store::Connection& db) { return store::find_riga(db, id).value(); });
  const auto atto = find_signed_act(office, id, n);
  return read_or_seal(office, atto.protocollo, [&](store::Connection& db) { return of_act(office, db, domanda, atto); });
}

store::AllegatoIntero read_segnatura_richiesta(Office& office, std::string_view id, std::string_view n) {
  const auto domanda = office.db.read([&](store::Connection& db) { return store::find_riga(db, id).value(); });
  const auto richiesta = find_written_request(office, id, n);
  return read_or_seal(office, richiesta.protocollo,
                      [&](store::Connection& db) { return of_request(office, db, domanda, richiesta); });
}

store::AllegatoIntero read_registrata(Office& office, std::string_view id) {
  auto domanda = office.db.read([&](store::Connection& db) { return store::find_domanda(db, id).value(); });
  return {file_name("domanda", domanda.riga.protocollo, ".json"), "application/json", std::move(domanda.bozza)};
}

}  // namespace omnia::services
