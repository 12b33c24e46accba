#include "server/uniemens/registry_files.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>

#include "server/store/identity_store.hpp"
#include "server/store/import_store.hpp"
#include "server/store/poteri_check.hpp"
#include "shared/csv/cells.hpp"
#include "shared/domain/ascii.hpp"
#include "shared/domain/identifiers.hpp"
#include "shared/norms/norms.hpp"
#include "shared/rules/counters/benefits.hpp"

namespace omnia::uniemens {
namespace {

using csv::Cells;
using domain::Date;

constexpr std::array<std::string_view, 5> kNames = {"aziende", "unita_produttive", "autorizzazioni", "deleghe", "identita"};

void check_span(Cells& cells, const std::optional<Date>& dal, const std::optional<Date>& al) {
  if (dal && al && *al < *dal) cells.wrong("al", "la fine viene prima dell’inizio. Correggi le date.");
}

// The matricola of a row that must belong to a known company.
std::string known_matricola(store::Connection& db, Cells& cells) {
  std::string matricola = cells.identifier<domain::Matricola>("matricola");
  if (!matricola.empty() && !store::is_posizione(db, matricola)) {
    cells.wrong("matricola", "la matricola non è nel registro. Importa prima aziende.csv.");
  }
  return matricola;
}

// "41.20.00", "F41.20.00" or "412000".
std::string ateco(Cells& cells, std::string_view colonna) {
  std::string code = domain::ascii::clean(cells.text(colonna));
  if (!code.empty() && domain::ascii::is_upper(code.front())) code.erase(0, 1);
  if (code.empty() || (code.size() == 6 && domain::ascii::all_digits(code))) return code;
  cells.wrong(colonna, "non è un codice ATECO di sei cifre. Scrivilo come 41.20.00.");
  return {};
}

// The words that some row of the routing table asks for, and the two provinces, which the Sede uses to read the codes.
std::set<std::string> known_qualita() {
  std::set<std::string> words = {"PROV_BZ", "PROV_TN"};
  for (const auto& regola : norms::Norms::builtin().routing().regole) {
    words.insert(regola.qualita_tutte.begin(), regola.qualita_tutte.end());
    words.insert(regola.qualita_escluse.begin(), regola.qualita_escluse.end());
  }
  return words;
}

std::string qualita(Cells& cells) {
  static const std::set<std::string> kAmmesse = known_qualita();
  std::string text = cells.text("qualita");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    if (!word.empty() && kAmmesse.count(word) == 0) {
      cells.wrong("qualita", fmt::format("la parola «{}» non è tra {}. Correggila.", word, fmt::join(kAmmesse, ", ")));
    }
    at = end + 1;
  }
  return text;
}

// "0J:2020-01-01:|7B:2021-01-01:2023-12-31"
std::vector<store::RigaCodiceAutorizzazione> codici_autorizzazione(Cells& cells) {
  std::vector<store::RigaCodiceAutorizzazione> out;
  const std::string text = cells.text("ca", 2000);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('|', at), text.size());
    const std::string item = text.substr(at, end - at);
    at = end + 1;
    const auto first = item.find(':');
    const auto second = first == std::string::npos ? first : item.find(':', first + 1);
    const auto codice = domain::CodiceAutorizzazione::parse(item.substr(0, first));
    const auto dal = Date::parse(first == std::string::npos ? "" : item.substr(first + 1, second - first - 1));
    const std::string last = second == std::string::npos ? "" : item.substr(second + 1);
    const auto al = Date::parse(last);
    if (!codice || !dal || (!last.empty() && (!al || al.value() < dal.value()))) {
      cells.wrong("ca", "«" + item +
                            "» non è un codice con le sue date. Scrivilo come 0J:2020-01-01: oppure 0J:2020-01-01:2023-12-31, "
                            "separando più codici con |.");
      return {};
    }
    out.push_back({codice.value().str(), dal.value(), last.empty() ? std::nullopt : std::optional<Date>(al.value())});
  }
  return out;
}

void azienda(store::Connection& db, Cells& cells) {
  const std::string matricola = cells.identifier<domain::Matricola>("matricola");
  const std::string codice_fiscale = cells.identifier<domain::CodiceFiscaleAzienda>("codice_fiscale");
  const std::string denominazione = cells.required("denominazione");
  const std::string csc = cells.identifier<domain::Csc>("csc");
  const auto ca = codici_autorizzazione(cells);
  const std::string ateco2007 = ateco(cells, "ateco2007");
  const std::string ateco2025 = ateco(cells, "ateco2025");
  const std::string stato = cells.choice("stato", {"attiva", "sospesa", "cessata"}, "attiva");
  const auto dal = cells.date("dal");
  const auto al = cells.date("al");
  check_span(cells, dal, al);
  if (stato == "attiva" && al) cells.wrong("al", "una posizione attiva non ha data di fine. Toglila o correggi lo stato.");
  if (stato != "attiva" && !al && cells.ok()) cells.wrong("al", "manca la data da cui la posizione è " + stato + ". Indicala.");
  std::string sede = cells.text("sede");
  if (sede.empty()) sede = matricola.substr(0, 2) + "00";
  if (!matricola.empty() && (sede.size() != 4 || !domain::ascii::all_digits(sede)))
    cells.wrong("sede", "non è un codice di quattro cifre. Correggilo.");
  const std::string pec = cells.identifier<domain::Pec>("pec", false);
  const std::string parole = qualita(cells);
  const bool pubblico = cells.flag("capitale_pubblico");
  const std::string indirizzo = cells.text("indirizzo"), comune = cells.text("comune"), provincia = cells.text("provincia", 2);
  if (!cells.ok()) return;
  store::put_posizione(db, {matricola, codice_fiscale, denominazione, csc, ateco2007, ateco2025, stato, dal, al, sede, pec,
                            indirizzo, comune, provincia, pubblico, parole, ca});
}

void unita_produttiva(store::Connection& db, Cells& cells) {
  const std::string matricola = known_matricola(db, cells);
  if (cells.required("progressivo").empty()) return;
  const std::int64_t progressivo = cells.integer("progressivo", 0, 999999, 0);
  const std::string tipo = cells.choice("tipo", {"sede", "stabilimento", "filiale", "laboratorio", "cantiere"}, "");
  const auto dal = cells.date("dal");
  const auto al = cells.date("al");
  check_span(cells, dal, al);
  const std::int64_t giorni = cells.integer("giorni_settimana", 5, 7, 5);
  const std::string denominazione = cells.text("denominazione"), indirizzo = cells.text("indirizzo"),
                    comune = cells.text("comune"), provincia = cells.text("provincia", 2);
  if (!cells.ok()) return;
  store::put_unita_produttiva(db, {matricola, progressivo, tipo, denominazione, indirizzo, comune, provincia, giorni, dal, al});
}

void autorizzazione(store::Connection& db, Cells& cells) {
  const std::string numero = cells.required("numero", 20);
  const std::string matricola = known_matricola(db, cells);
  const std::int64_t unita = cells.required("unita_produttiva").empty() ? 0 : cells.integer("unita_produttiva", 0, 999999, 0);
  if (cells.ok() && !store::is_unita_produttiva(db, matricola, unita)) {
    cells.wrong("unita_produttiva", "l’unità produttiva non è nel registro. Importa prima unita_produttive.csv.");
  }
  const std::string prestazione = cells.required("prestazione", 40);
  const auto& routing = norms::Norms::builtin().routing();
  if (!prestazione.empty() && !rules::counters::is_benefit(prestazione, routing)) {
    cells.wrong("prestazione", rules::counters::not_a_benefit(routing));
  }
  const std::string causale = cells.text("causale", 40);
  if (!causale.empty() && norms::Norms::builtin().causale(causale) == nullptr) {
    cells.wrong("causale", "la causale non è tra quelle del D.M. 95442/2016. Correggila.");
  }
  const bool eone = cells.flag("eone");
  const std::string stato = cells.choice("stato", {"autorizzata", "in_istruttoria", "respinta", "annullata"}, "");
  const Date dal = cells.required_date("dal");
  const Date al = cells.required_date("al");
  if (cells.ok()) check_span(cells, dal, al);
  const std::int64_t ore = cells.hours("ore");
  const std::string ticket = cells.identifier<domain::Ticket>("ticket", false);
  const bool fruito = cells.flag("fruito_dichiarato");
  const std::int64_t giorni = cells.integer("giorni_settimana", 5, 7, 0);
  if (!cells.ok()) return;
  store::put_autorizzazione(db,
                            {numero, matricola, unita, prestazione, causale, eone, stato, dal, al, ore, ticket, fruito, giorni});
}

void delega(store::Connection& db, Cells& cells) {
  const std::string id = cells.required("id", 40);
  const std::string intermediario = cells.identifier<domain::CodiceFiscale>("intermediario_cf");
  const std::string matricola = known_matricola(db, cells);
  const Date dal = cells.required_date("dal");
  const auto al = cells.date("al");
  const auto revocata = cells.date("revocata_il");
  check_span(cells, dal, al);
  if (revocata && *revocata < dal) cells.wrong("revocata_il", "la revoca viene prima dell’inizio. Correggi le date.");
  std::string servizi = cells.text("servizi", 60);
  if (servizi.empty()) servizi = "consultazione domande uniemens";
  if (servizi.find_first_not_of("abcdefghijklmnopqrstuvwxyz ") != std::string::npos)
    cells.wrong("servizi", "ammette consultazione, domande e uniemens, separati da uno spazio. Correggi.");
  if (!cells.ok()) return;
  store::put_delega(db, {id, intermediario, matricola, dal, al, revocata, std::move(servizi)});
  store::record_potere(db, store::Potere::delega, id, "importata", {});
}

void identita(store::Connection& db, Cells& cells) {
  const std::string id = cells.required("id", 40);
  const std::string codice_fiscale = cells.identifier<domain::CodiceFiscale>("codice_fiscale");
  const std::string cognome = cells.required("cognome", 120), nome = cells.required("nome", 120);
  const std::string ruolo = cells.choice(
      "ruolo", {"datore", "intermediario", "operatore", "direttore", "advisor", "analista", "sicurezza", "amministratore"}, "");
  const std::string sede = cells.text("sede", 4);
  const std::string azienda_cf = cells.identifier<domain::CodiceFiscaleAzienda>("azienda_cf", false);
  const std::string supervisore = cells.text("supervisore", 40);
  if ((ruolo == "operatore" || ruolo == "direttore") && sede.size() != 4)
    cells.wrong("sede", "operatori e direttori appartengono a una Sede. Indicane il codice di quattro cifre.");
  if (ruolo != "operatore" && !supervisore.empty())
    cells.wrong("supervisore", "solo un operatore ha un supervisore. Svuota la cella o correggi il ruolo.");
  if (ruolo == "datore" && azienda_cf.empty() && cells.ok())
    cells.wrong("azienda_cf", "il datore opera per un’azienda. Indicane il codice fiscale.");
  if (!cells.ok()) return;
  store::put_identita(db, {id, codice_fiscale, cognome, nome, ruolo, sede, azienda_cf, supervisore});
  store::record_potere(db, store::Potere::identita, id, "importata", {});
}

struct Lettura {
  void (*row)(store::Connection&, Cells&);
  std::vector<std::string_view> obbligatorie;
  std::string_view chiave;  // must not occur twice in the file; empty: the pair below
};

const Lettura& reading(TipoCsv tipo) {
  static const std::array<Lettura, 5> kLetture = {
      Lettura{azienda, {"matricola", "codice_fiscale", "denominazione", "csc"}, "matricola"},
      Lettura{unita_produttiva, {"matricola", "progressivo", "tipo"}, ""},
      Lettura{autorizzazione, {"numero", "matricola", "unita_produttiva", "prestazione", "stato", "dal", "al"}, "numero"},
      Lettura{delega, {"id", "intermediario_cf", "matricola", "dal"}, "id"},
      Lettura{identita, {"id", "codice_fiscale", "cognome", "nome", "ruolo"}, "id"}};
  return kLetture[static_cast<std::size_t>(tipo)];
}

}  // namespace

std::optional<TipoCsv> csv_kind(std::string_view nome_file) {
  std::string lower(nome_file);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return domain::ascii::is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (lower == std::string(kNames[i]) + ".csv") return static_cast<TipoCsv>(i);
  }
  return std::nullopt;
}

std::string_view csv_name(TipoCsv tipo) { return kNames[static_cast<std::size_t>(tipo)]; }

CsvEsito import_csv(store::Connection& db, TipoCsv tipo, std::string bytes) {
  const Lettura& lettura = reading(tipo);
  const auto read = csv::read_table(std::move(bytes), lettura.obbligatorie);
  if (const auto* difetto = std::get_if<csv::Difetto>(&read)) {
    throw FileRifiutato({difetto->riga, difetto->codice, difetto->motivo});
  }
  const auto& file = std::get<csv::Table>(read);
  CsvEsito esito;
  std::map<std::string, std::int64_t> seen;
  for (const csv::Row& row : file.rows()) {
    Cells cells(file, row, esito.difetti);
    if (!cells.ok()) continue;  // its cells are in the wrong columns
    const std::string key =
        lettura.chiave.empty() ? cells.text("matricola") + " " + cells.text("progressivo") : cells.text(lettura.chiave);
    const auto [first, fresh] = seen.emplace(key, row.riga);
    if (!fresh && !key.empty()) {
      esito.difetti.push_back(
          {row.riga,
           {},
           "csv.doppio",
           "La riga ripete «" + key + "» della riga " + std::to_string(first->second) + ": lasciane una sola."});
      continue;
    }
    lettura.row(db, cells);
    ++esito.righe;
  }
  return esito;
}

}  // namespace omnia::uniemens
