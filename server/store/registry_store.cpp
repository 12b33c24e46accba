#include "server/store/registry_store.hpp"

#include <SQLiteCpp/VariadicBind.h>

#include <map>
#include <nlohmann/json.hpp>

#include "server/store/ambito_sql.hpp"
#include "server/store/binding.hpp"
#include "server/store/search_key.hpp"
#include "server/store/words.hpp"
#include "shared/domain/precedente.hpp"

namespace omnia::store {
namespace {

using domain::Date;
using Row = SQLite::Statement;

template <class T, std::size_t N>
T word(const std::string& text, const char* const (&words)[N]) {
  for (std::size_t i = 0; i < N; ++i) {
    if (text == words[i]) return static_cast<T>(i);
  }
  return static_cast<T>(0);
}

constexpr const char* kStati[] = {"attiva", "sospesa", "cessata"};
constexpr const char* kTipi[] = {"sede", "stabilimento", "filiale", "laboratorio", "cantiere"};
constexpr const char* kEsiti[] = {"autorizzata", "in_istruttoria", "respinta", "annullata"};

// Prepared once for all the positions of a page: SQLite takes as long to understand a statement as to find a position with it.
class Posizioni {
 public:
  explicit Posizioni(Connection& db)
      : row_(db,
             "SELECT matricola, codice_fiscale, denominazione, csc, ateco2007, ateco2025, stato, dal, al, sede, pec, indirizzo, "
             "comune, provincia, capitale_interamente_pubblico, qualita FROM posizioni WHERE matricola = ?"),
        ca_(db, "SELECT codice, dal, al FROM posizioni_ca WHERE matricola = ? ORDER BY dal, codice"),
        mesi_(db, "SELECT mese, forza_centesimi FROM mesi_uniemens WHERE matricola = ? ORDER BY mese") {}

  bool load(const std::string& matricola, domain::Registry& out) {
    auto& posizione = out.posizione;
    if (!at(row_, matricola).executeStep()) return false;
    read_row(posizione);
    at(ca_, matricola);
    while (ca_.executeStep()) {
      Columns c(ca_);
      posizione.ca.push_back({c.text(), c.day(), c.optional_day()});
    }
    at(mesi_, matricola);
    while (mesi_.executeStep()) {
      Columns c(mesi_);
      out.ultimo_uniemens = c.month();
      if (const auto forza = c.optional_integer()) posizione.forza.push_back({*out.ultimo_uniemens, *forza});
    }
    return true;
  }

 private:
  static Row& at(Row& row, const std::string& matricola) {
    row.reset();
    row.bind(1, matricola);
    return row;
  }

  void read_row(domain::Posizione& out) {
    Columns c(row_);
    out.matricola = c.text();
    out.codice_fiscale = c.text();
    out.denominazione = c.text();
    out.csc = c.text();
    out.ateco2007 = c.text();
    out.ateco2025 = c.text();
    out.stato = word<domain::StatoPosizione>(c.text(), kStati);
    out.dal = c.optional_day();
    out.al = c.optional_day();
    out.sede = c.text();
    out.pec = c.text();
    out.indirizzo = c.text();
    out.comune = c.text();
    out.provincia = c.text();
    out.capitale_interamente_pubblico = c.flag();
    out.qualita = words(c.text());
  }

  Row row_, ca_, mesi_;
};

void load_units(Connection& db, domain::Registry& out) {
  std::map<std::int64_t, std::vector<domain::OrganicoMese>> organico;
  Row teste(db,
            "SELECT unita_produttiva, mese, ore_settimanali_centesimi, teste FROM organico WHERE matricola = ? "
            "ORDER BY unita_produttiva, mese, ore_settimanali_centesimi");
  teste.bind(1, out.posizione.matricola);
  while (teste.executeStep()) {
    Columns c(teste);
    auto& unit = organico[c.integer()];
    unit.push_back({c.month(), c.integer(), c.integer()});
  }
  Row row(
      db,
      "SELECT progressivo, tipo, denominazione, indirizzo, comune, provincia, dal, al, giorni_settimana FROM unita_produttive "
      "WHERE matricola = ? ORDER BY progressivo");
  row.bind(1, out.posizione.matricola);
  while (row.executeStep()) {
    Columns c(row);
    domain::UnitaProduttiva unit;
    unit.progressivo = c.integer();
    unit.tipo = word<domain::TipoUnita>(c.text(), kTipi);
    unit.denominazione = c.text();
    unit.indirizzo = c.text();
    unit.comune = c.text();
    unit.provincia = c.text();
    unit.dal = c.optional_day();
    unit.al = c.optional_day();
    unit.giorni_settimana = static_cast<int>(c.integer());
    unit.organico = std::move(organico[unit.progressivo]);
    out.unita_produttive.push_back(std::move(unit));
  }
}

void load_workers(Connection& db, domain::Registry& out) {
  Row row(db,
          "SELECT codice_fiscale, cognome, nome, unita_produttiva, qualifica, ore_settimanali_centesimi, part_time_centesimi, "
          "assunzione, "
          "cessazione, primo_mese, ultimo_mese FROM lavoratori WHERE matricola = ? ORDER BY unita_produttiva, cognome, nome, "
          "codice_fiscale");
  row.bind(1, out.posizione.matricola);
  while (row.executeStep()) {
    Columns c(row);
    domain::Lavoratore worker;
    worker.codice_fiscale = c.text();
    worker.cognome = c.text();
    worker.nome = c.text();
    worker.unita_produttiva = c.integer();
    worker.qualifica = c.text();
    worker.ore_settimanali_centesimi = c.integer();
    worker.part_time_centesimi = c.integer();
    worker.assunzione = c.optional_day();
    worker.cessazione = c.optional_day();
    worker.primo_mese = c.month();
    worker.ultimo_mese = c.month();
    out.lavoratori.push_back(std::move(worker));
  }
}

void load_authorisations(Connection& db, domain::Registry& out) {
  Row days(db, "SELECT giorno FROM giorni_cig WHERE matricola = ? AND unita_produttiva = ? AND ticket = ? ORDER BY giorno");
  Row row(
      db,
      "SELECT numero, unita_produttiva, prestazione, causale, eone, stato, dal, al, ore_centesimi, ticket, fruito_dichiarato, "
      "origine, giorni_settimana FROM autorizzazioni WHERE matricola = ? ORDER BY dal, numero");
  row.bind(1, out.posizione.matricola);
  while (row.executeStep()) {
    Columns c(row);
    domain::Autorizzazione item;
    item.numero = c.text();
    item.unita_produttiva = c.integer();
    item.prestazione = c.text();
    item.causale = c.text();
    item.eone = c.flag();
    item.stato = word<domain::StatoAutorizzazione>(c.text(), kEsiti);
    item.periodo = c.period();
    item.ore_centesimi = c.integer();
    item.ticket = c.text();
    item.fruito_dichiarato = c.flag();
    if (!c.text().empty()) item.numero = domain::precedente::number(item.numero);
    item.giorni_settimana = static_cast<int>(c.integer());
    if (!item.ticket.empty()) {
      days.reset();
      SQLite::bind(days, out.posizione.matricola, item.unita_produttiva, item.ticket);
      while (days.executeStep()) item.giorni_fruiti.push_back(Columns(days).day());
    }
    out.autorizzazioni.push_back(std::move(item));
  }
}

// Those not yet decided: what is authorised stands among the authorisations.
void load_domande(Connection& db, domain::Registry& out) {
  Row workers(db, "SELECT codice_fiscale FROM domande_lavoratori WHERE domanda_id = ? ORDER BY codice_fiscale");
  Row row(
      db,
      "SELECT id, protocollo, unita_produttiva, causale, dal, al, substr(data_invio, 1, 10), ore_centesimi, protocollo_origine "
      "FROM domande "
      "WHERE matricola = ? AND stato IN ('protocollata', 'in_istruttoria', 'in_attesa', 'in_firma') ORDER BY data_invio, id");
  row.bind(1, out.posizione.matricola);
  while (row.executeStep()) {
    Columns c(row);
    domain::DomandaPresentata item;
    item.id = c.text();
    item.protocollo = c.text();
    item.unita_produttiva = c.integer();
    item.causale = c.text();
    item.periodo = c.period();
    item.data_invio = c.day();
    item.ore_centesimi = c.integer();
    const std::string elsewhere = c.text();
    if (!elsewhere.empty()) item.protocollo = domain::precedente::number(elsewhere);
    workers.reset();
    workers.bind(1, item.id);
    while (workers.executeStep()) item.lavoratori.push_back(Columns(workers).text());
    out.domande.push_back(std::move(item));
  }
}

// The place after which the next page starts: hexadecimal of name, line feed, matricola.
std::string write_cursor(const PosizioneBreve& last) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  for (const char c : last.denominazione + "\n" + last.matricola) {
    out.push_back(kHex[static_cast<unsigned char>(c) >> 4U]);
    out.push_back(kHex[static_cast<unsigned char>(c) & 15U]);
  }
  return out;
}

// A cursor that this program did not write is the start of the list.
std::pair<std::string, std::string> read_cursor(std::string_view cursore) {
  std::string text;
  const auto value = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
  for (std::size_t i = 0; i + 1 < cursore.size(); i += 2) {
    const int high = value(cursore[i]);
    const int low = value(cursore[i + 1]);
    if (high < 0 || low < 0) return {};
    text.push_back(static_cast<char>(high * 16 + low));
  }
  const auto separator = text.rfind('\n');
  if (separator == std::string::npos) return {};
  return {text.substr(0, separator), text.substr(separator + 1)};
}

std::string search_sql(const std::optional<Ambito>& ambito) {
  std::string sql =
      "SELECT p.matricola, p.codice_fiscale, p.denominazione, p.csc, p.sede, p.comune, p.stato, "
      "coalesce((SELECT m.lavoratori FROM mesi_uniemens m WHERE m.matricola = p.matricola ORDER BY m.mese DESC LIMIT 1), 0) "
      "FROM posizioni p WHERE (p.denominazione, p.matricola) > (:nome, :dopo) "
      "AND (:testo = '' OR substr(p.matricola, 1, length(:testo)) = :testo "
      "OR substr(p.codice_fiscale, 1, length(:codice)) = :codice OR replace(p.ricerca, :testo, '') <> p.ricerca) ";
  if (ambito) sql += std::string("AND p.matricola IN (") + ambito_sql(ambito->relazione) + ") ";
  return sql + "ORDER BY p.denominazione, p.matricola LIMIT :limite";
}

std::string upper_ascii(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

PaginaPosizioni search(Connection& db, std::string_view testo, const std::optional<Ambito>& ambito, Date oggi,
                       std::string_view cursore, int limite) {
  const auto [nome, matricola] = read_cursor(cursore);
  const std::string key = search_key(testo);
  SQLite::Statement row(db, search_sql(ambito));
  row.bind(":nome", nome);
  row.bind(":dopo", matricola);
  row.bind(":testo", key);
  row.bind(":codice", upper_ascii(key));
  if (ambito) bind_ambito(row, *ambito, oggi);
  row.bind(":limite", limite + 1);
  PaginaPosizioni page;
  while (row.executeStep()) {
    if (static_cast<int>(page.righe.size()) == limite) {
      page.cursore = write_cursor(page.righe.back());
      break;
    }
    Columns c(row);
    page.righe.push_back({c.text(), c.text(), c.text(), c.text(), c.text(), c.text(), c.text(), c.integer()});
  }
  return page;
}

}  // namespace

std::optional<domain::Registry> load_registry(Db& db, std::string_view matricola, Date oggi) {
  return db.read([&](Connection& r) -> std::optional<domain::Registry> {
    domain::Registry out;
    out.aggiornato_al = oggi;
    if (!Posizioni(r).load(std::string(matricola), out)) return std::nullopt;
    load_units(r, out);
    load_workers(r, out);
    load_authorisations(r, out);
    load_domande(r, out);
    return out;
  });
}

std::vector<domain::Posizione> find_posizioni(Connection& db, const std::vector<PosizioneBreve>& righe) {
  Posizioni all(db);
  std::vector<domain::Posizione> found;
  for (const auto& row : righe) {
    domain::Registry one;
    all.load(row.matricola, one);
    found.push_back(std::move(one.posizione));
  }
  return found;
}

PaginaPosizioni search_posizioni(Db& db, std::string_view testo, const std::optional<Ambito>& ambito, Date oggi,
                                 std::string_view cursore, int limite) {
  if (limite < 1) return {};
  return db.read([&](Connection& r) { return search(r, testo, ambito, oggi, cursore, limite); });
}

}  // namespace omnia::store
