#include "server/services/invio.hpp"

#include <algorithm>
#include <vector>

#include "server/identity/secrets.hpp"
#include "server/services/allegati.hpp"
#include "server/services/attivazioni.hpp"
#include "server/services/fields.hpp"
#include "server/services/istruttoria/controlli.hpp"
#include "server/services/matricole.hpp"
#include "server/services/protocollo.hpp"
#include "server/services/refusal.hpp"
#include "server/services/ricevuta.hpp"
#include "server/services/segnatura.hpp"
#include "server/store/audit_store.hpp"
#include "server/store/fascicoli_check.hpp"
#include "server/store/office_store.hpp"
#include "shared/norms/norms.hpp"
#include "shared/rules/deadlines/deadlines.hpp"
#include "shared/rules/review.hpp"
#include "shared/wire/strict.hpp"
#include "shared/wire/wire.hpp"

namespace omnia::services {
namespace {

using identity::Azione;
using identity::Identita;
using nlohmann::json;

void check_key(std::string_view chiave) {
  const auto good = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  if (chiave.empty()) {
    throw Refusal(Esito::malformata, "idempotenza.chiave_assente", "Manca la chiave dell’invio.",
                  "Aggiungi l’intestazione Idempotency-Key con un valore nuovo per ogni domanda.", "Idempotency-Key");
  }
  if (chiave.size() < 8 || chiave.size() > 100 || !std::all_of(chiave.begin(), chiave.end(), good)) {
    throw Refusal(Esito::malformata, "idempotenza.chiave_non_valida", "La chiave dell’invio non è valida.",
                  "Usa da 8 a 100 lettere, cifre, trattini.", "Idempotency-Key");
  }
}

std::optional<EsitoInvio> replay(store::Connection& db, const Identita& chi, std::string_view chiave,
                                 const std::string& impronta) {
  const auto known = store::find_idempotenza(db, chi.id, chiave);
  if (!known) return std::nullopt;
  if (known->impronta_corpo != impronta) {
    throw Refusal(Esito::in_conflitto, "idempotenza.corpo_diverso", "Questa chiave è già servita per un’altra domanda.",
                  "Usa una chiave nuova per ogni domanda.", "Idempotency-Key");
  }
  return EsitoInvio{known->risposta, true};
}

struct Richiesta {
  domain::Draft bozza;
  std::string bozza_json;  // canonical
  std::string matricola;
  std::vector<store::AllegatoDaSalvare> allegati;
  std::string avvisi_accettati;
};

std::string matricola_of(const domain::Draft& bozza) {
  const auto& entry = bozza.azienda.matricola;
  if (entry) return entry->str();
  if (entry.empty()) {
    throw Refusal(Esito::non_accettabile, "matricola.assente", "Nella domanda manca la matricola.",
                  "Scegli la matricola dell’azienda.", "azienda.matricola");
  }
  const auto parsed = domain::Matricola::parse(entry.testo);
  throw Refusal(Esito::non_accettabile, parsed.ok() ? "matricola.assente" : parsed.reason().codice,
                parsed.ok() ? "La matricola non è leggibile." : parsed.reason().testo, "Correggi la matricola dell’azienda.",
                "azienda.matricola");
}

// A code, or {"codice", "motivo"}: the reason for which the applicant goes on.
bool acceptance(const json& one) {
  const auto text = [](const json& value, std::size_t most) {
    return value.is_string() && value.get_ref<const std::string&>().size() <= most;
  };
  constexpr std::size_t kCode = 40;
  constexpr std::size_t kReason = 4000;  // bytes: 1,000 characters of any script
  if (!one.is_object()) return text(one, kCode);
  return one.size() == 2 && one.contains("codice") && one.contains("motivo") && text(one["codice"], kCode) &&
         text(one["motivo"], kReason);
}

std::string read_accepted(const json& corpo) {
  const auto found = corpo.find("avvisi_accettati");
  if (found == corpo.end() || found->is_null()) return "[]";
  if (!found->is_array() || found->size() > 200 || !std::all_of(found->begin(), found->end(), acceptance)) {
    throw Refusal(Esito::non_accettabile, "json.campo", "Gli avvisi accettati non sono un elenco di codici con il motivo.",
                  "Invia i codici degli avvisi mostrati, ognuno con il suo motivo (al massimo 1.000 caratteri).",
                  "avvisi_accettati");
  }
  return found->dump();
}

// A report that is a PDF comes with the domanda: without it the office would have nothing to read.
void check_report(const Richiesta& richiesta) {
  const auto& relazione = richiesta.bozza.relazione;
  if (relazione.modalita != domain::ModalitaRelazione::pdf || relazione.pdf_nome.empty()) return;
  const bool there = std::any_of(richiesta.allegati.begin(), richiesta.allegati.end(), [&](const auto& allegato) {
    return allegato.nome == relazione.pdf_nome && allegato.tipo == "application/pdf";
  });
  if (there) return;
  throw Refusal(Esito::non_accettabile, "relazione.allegato_mancante", "Fra gli allegati manca il PDF della relazione tecnica.",
                "Allega il file «" + relazione.pdf_nome + "» o scrivi la relazione nei campi.", "relazione.pdf_nome");
}

// What the domanda says is attached must be there, byte for byte: the receipt vouches for it.
void check_documents(const Richiesta& richiesta) {
  const auto& listed = richiesta.bozza.allegati;
  for (std::size_t i = 0; i < listed.size(); ++i) {
    const bool there = std::any_of(richiesta.allegati.begin(), richiesta.allegati.end(), [&](const auto& allegato) {
      return allegato.nome == listed[i].nome && allegato.impronta == listed[i].impronta;
    });
    if (there) continue;
    throw Refusal(Esito::non_accettabile, "allegato.mancante",
                  "Fra gli allegati manca «" + listed[i].nome + "», o il suo contenuto è cambiato.",
                  "Aggiungi di nuovo il file e invia.", "allegati[" + std::to_string(i) + "].nome");
  }
}

Richiesta read_body(const json& corpo, const ControlliAllegati& controlli) {
  Fields::only(corpo, {"bozza", "allegati", "avvisi_accettati"});
  if (!corpo.contains("bozza") || !corpo["bozza"].is_object()) {
    throw Refusal(Esito::non_accettabile, "json.campo", "Nel contenuto manca la bozza della domanda.",
                  "Invia la domanda nel campo «bozza».", "bozza");
  }
  auto draft = wire::read_known_draft(corpo["bozza"].dump());
  if (!draft.ok())
    throw Refusal(Esito::non_accettabile, draft.reason().codice, draft.reason().testo, "Correggi il campo indicato.", "bozza");
  Richiesta richiesta;
  richiesta.bozza = std::move(draft.value());
  richiesta.bozza_json = wire::write(richiesta.bozza);
  richiesta.matricola = matricola_of(richiesta.bozza);
  richiesta.allegati = read_allegati(corpo.contains("allegati") ? corpo["allegati"] : json(), controlli);
  richiesta.avvisi_accettati = read_accepted(corpo);
  check_report(richiesta);
  check_documents(richiesta);
  return richiesta;
}

// What the office saw when it judged the draft; `domande` tells whether something was filed meanwhile.
struct Esame {
  domain::Registry registro;
  rules::Review review;
  std::string review_json;
  std::string impronta_registro;
  std::int64_t domande = 0;
};

Esame examine(Office& office, const Identita& chi, const Richiesta& richiesta) {
  Esame esame;
  office.db.read([&](store::Connection& db) {  // one snapshot
    esame.domande = store::revisione_matricola(db, richiesta.matricola);
    esame.registro = read_registry(office, chi, Azione::invia_domanda, richiesta.matricola);
    require_invio(db, esame.registro.posizione.sede, richiesta.bozza.prestazione, office.clock.oggi());
  });
  esame.review = rules::review(richiesta.bozza, esame.registro, *office.norme, office.clock.oggi());
  esame.review_json = wire::write(esame.review);
  if (!esame.review.inviabile) {
    Refusal refusal(Esito::non_accettabile, "domanda.errori", "La domanda contiene errori e non si può inviare.",
                    "Correggi i campi indicati e invia di nuovo.");
    refusal.alerts = json::parse(esame.review_json).at("alerts").dump();
    throw refusal;
  }
  const auto& bozza = richiesta.bozza;
  if (!bozza.periodo.dal || !bozza.periodo.al || !bozza.unita_produttiva.progressivo) {
    throw Refusal(Esito::non_accettabile, "domanda.incompleta", "Nella domanda mancano l’unità produttiva o il periodo.",
                  "Completa le sezioni e invia di nuovo.", "periodo");
  }
  esame.impronta_registro = identity::sha256_hex(wire::write(esame.registro));
  return esame;
}

store::DomandaIntera build(const Office& office, const Identita& chi, const Richiesta& richiesta, const Esame& esame) {
  const auto& bozza = richiesta.bozza;
  const auto& posizione = esame.registro.posizione;
  const RomeTime adesso = office.clock.roma();
  const auto* causale = office.norme->causale(bozza.causale.id);
  store::DomandaIntera domanda;
  auto& riga = domanda.riga;
  riga.id = identity::random_uuid();
  riga.matricola = posizione.matricola;
  riga.codice_fiscale = posizione.codice_fiscale;
  riga.denominazione = posizione.denominazione;
  riga.unita_produttiva = bozza.unita_produttiva.progressivo->n;
  riga.causale = bozza.causale.id;
  riga.nome_causale = causale == nullptr ? bozza.causale.id : causale->nome;
  riga.dal = bozza.periodo.dal->iso();
  riga.al = bozza.periodo.al->iso();
  riga.settimane = static_cast<std::int64_t>(bozza.periodo.settimane.size());
  for (const auto& settimana : bozza.periodo.settimane) riga.ore_centesimi += settimana.ore ? settimana.ore->centesimi : 0;
  riga.lavoratori = static_cast<std::int64_t>(bozza.lavoratori.beneficiari.size());
  riga.data_invio = adesso.giorno.iso();
  riga.inviata_il = adesso.iso();
  riga.sede = posizione.sede;
  riga.stato = "protocollata";
  riga.avvisi = esame.review.avvisi;
  riga.forzata = bozza.forzata;
  riga.ultimo_giorno_decisione = rules::deadlines::last_day_for_decision(adesso.giorno, *office.norme).iso();
  domanda.bozza = richiesta.bozza_json;
  domanda.impronta = identity::sha256_hex(domanda.bozza);
  domanda.esame = esame.review_json;
  domanda.norme_versione = esame.review.norme_versione;
  domanda.impronta_registro = esame.impronta_registro;
  domanda.avvisi_accettati = richiesta.avvisi_accettati;
  domanda.inviata_da = chi.id;
  domanda.inviata_da_nome = chi.nome;
  domanda.inviata_da_cognome = chi.cognome;
  domanda.inviata_da_ruolo = identity::nome(chi.ruolo);
  return domanda;
}

std::vector<std::string> workers_of(const domain::Draft& bozza) {
  std::vector<std::string> found;
  for (const auto& beneficiario : bozza.lavoratori.beneficiari) {
    if (beneficiario.codice_fiscale) found.push_back(beneficiario.codice_fiscale->str());
  }
  return found;
}

void record_change(store::Connection& db, const Identita& chi, const store::DomandaIntera& domanda, const Richiesta& richiesta) {
  json contents = json::array();
  for (const auto& allegato : richiesta.allegati) contents.push_back(allegato.impronta);
  const json detail = {{"protocollo", domanda.riga.protocollo},
                       {"impronta", domanda.impronta},
                       {"stato", domanda.riga.stato},
                       {"allegati", std::move(contents)},
                       {"impronta_allegati", store::impronta(store::list_allegati(db, domanda.riga.id))}};
  store::append_modifica(db, {domanda.riga.inviata_il, chi.id, std::string(identity::nome(chi.ruolo)),
                              domanda.riga.codice_fiscale, "domanda.inviata", "domanda:" + domanda.riga.id, "", detail.dump()});
}

// Inside the transaction: everything is stored, or nothing is and no protocol number is spent.
EsitoInvio store_all(Office& office, store::Connection& db, const Identita& chi, const Richiesta& richiesta, const Esame& esame,
                     std::string_view chiave, const std::string& impronta) {
  store::DomandaIntera domanda = build(office, chi, richiesta, esame);
  require_clock(db, domanda.riga.sede, domain::Date::parse(domanda.riga.data_invio).value(), "la domanda");
  domanda.riga.protocollo = store::registra_protocollo(
      db, domanda.riga.sede, domain::Date::parse(domanda.riga.data_invio).value(), domanda.riga.inviata_il,
      "Domanda di integrazione salariale ordinaria, matricola " + domanda.riga.matricola, domanda.impronta);
  store::insert_domanda(db, domanda, workers_of(richiesta.bozza), richiesta.allegati);
  auto checks = run_checks(richiesta.bozza, esame.registro, esame.review);
  checks.push_back(check_other_domande(store::list_altre_domande(db, domanda.riga.id)));
  store::insert_controlli(db, domanda.riga.id, checks);
  record_change(db, chi, domanda, richiesta);
  seal_domanda(office, db, domanda);
  EsitoInvio esito{
      write_ricevuta(domanda, richiesta.bozza.pagamento.modalita, gives_segnatura(office, db, domanda.riga.protocollo)), false,
      domanda.riga.id};
  store::insert_idempotenza(db, chi.id, chiave, impronta, domanda.riga.id, esito.risposta, office.clock.now());
  return esito;
}

}  // namespace

EsitoInvio submit(Office& office, const Identita& chi, std::string_view chiave, std::string_view corpo, ParseBody parse) {
  check_key(chiave);
  const std::string impronta = identity::sha256_hex(corpo);
  const auto known_answer = [&] {
    return office.db.read([&](store::Connection& db) { return replay(db, chi, chiave, impronta); });
  };
  if (auto known = known_answer()) return std::move(*known);
  const Richiesta richiesta = read_body(parse(corpo), office.controlli);
  Esame esame;
  try {
    esame = examine(office, chi, richiesta);
  } catch (const Refusal&) {
    // A twin of this sending may have been filed since the key was looked up: then the refusal speaks of the twin
    // ("esiste già una domanda"), and the right answer is the twin's.
    if (auto known = known_answer()) return std::move(*known);
    throw;
  }
  return office.db.write([&](store::Connection& db) {
    if (auto known = replay(db, chi, chiave, impronta)) return std::move(*known);
    // Another domanda of the matricola may have been stored since the review: then the judgement is made again here.
    if (store::revisione_matricola(db, richiesta.matricola) == esame.domande)
      return store_all(office, db, chi, richiesta, esame, chiave, impronta);
    return store_all(office, db, chi, richiesta, examine(office, chi, richiesta), chiave, impronta);
  });
}

}  // namespace omnia::services
