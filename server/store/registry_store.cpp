#include "server/store/registry_store.hpp"

#include <SQLiteCpp/VariadicBind.h>

#include <map>
#include <nlohmann/json.hpp>

#include "server/store/ambito_sql.hpp"
#include "server/store/search_key.hpp"

namespace omnia::store {
namespace {

using domain::Date;
using domain::YearMonth;
using Row = SQLite::Statement;

// What the tables hold was checked when it was imported: a day that does not parse means a damaged database.
Date day(const std::string& text) {
  const auto parsed = Date::parse(text);
  if (!parsed) throw std::runtime_error("Il database contiene la data «" + text + "», che non esiste: ripristina una copia.");
  return parsed.value();
}

std::optional<Date> optional_day(const SQLite::Column& column) {
  return column.isNull() ? std::nullopt : std::optional<Date>(day(column.getString()));
}

YearMonth month(const std::string& text) {
  const auto parsed = YearMonth::parse(text);
  if (!parsed) throw std::runtime_error("Il database contiene il mese «" + text + "», che non esiste: ripristina una copia.");
  return parsed.value();
}

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

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool load_posizione(SQLite::Database& db, const std::string& matricola, domain::Posizione& out) {
  Row row(
      db,
      "SELECT matricola, codice_fiscale, denominazione, csc, ateco2007, ateco2025, stato, dal, al, sede, pec, indirizzo, comune, "
      "provincia, capitale_interamente_pubblico, qualita FROM posizioni WHERE matricola = ?");
  row.bind(1, matricola);
  if (!row.executeStep()) return false;
  out.matricola = row.getColumn(0).getString();
  out.codice_fiscale = row.getColumn(1).getString();
  out.denominazione = row.getColumn(2).getString();
  out.csc = row.getColumn(3).getString();
  out.ateco2007 = row.getColumn(4).getString();
  out.ateco2025 = row.getColumn(5).getString();
  out.stato = word<domain::StatoPosizione>(row.getColumn(6).getString(), kStati);
  out.dal = optional_day(row.getColumn(7));
  out.al = optional_day(row.getColumn(8));
  out.sede = row.getColumn(9).getString();
  out.pec = row.getColumn(10).getString();
  out.indirizzo = row.getColumn(11).getString();
  out.comune = row.getColumn(12).getString();
  out.provincia = row.getColumn(13).getString();
  out.capitale_interamente_pubblico = row.getColumn(14).getInt() != 0;
  out.qualita = words(row.getColumn(15).getString());
  return true;
}

void load_ca_and_forza(SQLite::Database& db, domain::Registry& out) {
  auto& posizione = out.posizione;
  Row ca(db, "SELECT codice, dal, al FROM posizioni_ca WHERE matricola = ? ORDER BY dal, codice");
  ca.bind(1, posizione.matricola);
  while (ca.executeStep()) {
    posizione.ca.push_back({ca.getColumn(0).getString(), day(ca.getColumn(1).getString()), optional_day(ca.getColumn(2))});
  }
  Row mesi(db, "SELECT mese, forza_centesimi FROM mesi_uniemens WHERE matricola = ? ORDER BY mese");
  mesi.bind(1, posizione.matricola);
  while (mesi.executeStep()) {
    const YearMonth mese = month(mesi.getColumn(0).getString());
    out.ultimo_uniemens = mese;
    if (!mesi.getColumn(1).isNull()) posizione.forza.push_back({mese, mesi.getColumn(1).getInt64()});
  }
}

void load_units(SQLite::Database& db, domain::Registry& out) {
  std::map<std::int64_t, std::vector<domain::OrganicoMese>> organico;
  Row teste(db,
            "SELECT unita_produttiva, mese, ore_settimanali_centesimi, teste FROM organico WHERE matricola = ? "
            "ORDER BY unita_produttiva, mese, ore_settimanali_centesimi");
  teste.bind(1, out.posizione.matricola);
  while (teste.executeStep()) {
    organico[teste.getColumn(0).getInt64()].push_back(
        {month(teste.getColumn(1).getString()), teste.getColumn(2).getInt64(), teste.getColumn(3).getInt64()});
  }
  Row row(
      db,
      "SELECT progressivo, tipo, denominazione, indirizzo, comune, provincia, dal, al, giorni_settimana FROM unita_produttive "
      "WHERE matricola = ? ORDER BY progressivo");
  row.bind(1, out.posizione.matricola);
  while (row.executeStep()) {
    domain::UnitaProduttiva unit;
    unit.progressivo = row.getColumn(0).getInt64();
    unit.tipo = word<domain::TipoUnita>(row.getColumn(1).getString(), kTipi);
    unit.denominazione = row.getColumn(2).getString();
    unit.indirizzo = row.getColumn(3).getString();
    unit.comune = row.getColumn(4).getString();
    unit.provincia = row.getColumn(5).getString();
    unit.dal = optional_day(row.getColumn(6));
    unit.al = optional_day(row.getColumn(7));
    unit.giorni_settimana = row.getColumn(8).getInt();
    unit.organico = std::move(organico[unit.progressivo]);
    out.unita_produttive.push_back(std::move(unit));
  }
}

void load_workers(SQLite::Database& db, domain::Registry& out) {
  Row row(db,
          "SELECT codice_fiscale, cognome, nome, unita_produttiva, qualifica, ore_settimanali_centesimi, part_time_centesimi, "
          "assunzione, "
          "cessazione, primo_mese, ultimo_mese FROM lavoratori WHERE matricola = ? ORDER BY unita_produttiva, cognome, nome, "
          "codice_fiscale");
  row.bind(1, out.posizione.matricola);
  while (row.executeStep()) {
    domain::Lavoratore worker;
    worker.codice_fiscale = row.getColumn(0).getString();
    worker.cognome = row.getColumn(1).getString();
    worker.nome = row.getColumn(2).getString();
    worker.unita_produttiva = row.getColumn(3).getInt64();
    worker.qualifica = row.getColumn(4).getString();
    worker.ore_settimanali_centesimi = row.getColumn(5).getInt64();
    worker.part_time_centesimi = row.getColumn(6).getInt64();
    worker.assunzione = optional_day(row.getColumn(7));
    worker.cessazione = optional_day(row.getColumn(8));
    worker.primo_mese = month(row.getColumn(9).getString());
    worker.ultimo_mese = month(row.getColumn(10).getString());
    out.lavoratori.push_back(std::move(worker));
  }
}

void load_authorisations(SQLite::Database& db, domain::Registry& out) {
  Row days(db, "SELECT giorno FROM giorni_cig WHERE matricola = ? AND unita_produttiva = ? AND ticket = ? ORDER BY giorno");
  Row row(db,
          "SELECT numero, unita_produttiva, prestazione, causale, eone, stato, dal, al, ore_centesimi, ticket, fruito_dichiarato "
          "FROM autorizzazioni WHERE matricola = ? ORDER BY dal, numero");
  row.bind(1, out.posizione.matricola);
  while (row.executeStep()) {
    domain::Autorizzazione item;
    item.numero = row.getColumn(0).getString();
    item.unita_produttiva = row.getColumn(1).getInt64();
    item.prestazione = row.getColumn(2).getString();
    item.causale = row.getColumn(3).getString();
    item.eone = row.getColumn(4).getInt() != 0;
    item.stato = word<domain::StatoAutorizzazione>(row.getColumn(5).getString(), kEsiti);
    item.periodo = {day(row.getColumn(6).getString()), day(row.getColumn(7).getString())};
    item.ore_centesimi = row.getColumn(8).getInt64();
    item.ticket = row.getColumn(9).getString();
    item.fruito_dichiarato = row.getColumn(10).getInt() != 0;
    if (!item.ticket.empty()) {
      days.reset();
      SQLite::bind(days, out.posizione.matricola, item.unita_produttiva, item.ticket);
      while (days.executeStep()) item.giorni_fruiti.push_back(day(days.getColumn(0).getString()));
    }
    out.autorizzazioni.push_back(std::move(item));
  }
}

// The office's own table: absent from a database that holds only a registry.
void load_domande(SQLite::Database& db, domain::Registry& out) {
  if (!db.tableExists("domande")) return;
  Row workers(db, "SELECT codice_fiscale FROM domande_lavoratori WHERE domanda_id = ? ORDER BY codice_fiscale");
  Row row(db,
          "SELECT id, protocollo, unita_produttiva, causale, dal, al, substr(data_invio, 1, 10), ore_centesimi FROM domande "
          "WHERE matricola = ? ORDER BY data_invio, id");
  row.bind(1, out.posizione.matricola);
  while (row.executeStep()) {
    domain::DomandaPresentata item;
    item.id = row.getColumn(0).getString();
    item.protocollo = row.getColumn(1).getString();
    item.unita_produttiva = row.getColumn(2).getInt64();
    item.causale = row.getColumn(3).getString();
    item.periodo = {day(row.getColumn(4).getString()), day(row.getColumn(5).getString())};
    item.data_invio = day(row.getColumn(6).getString());
    item.ore_centesimi = row.getColumn(7).getInt64();
    workers.reset();
    workers.bind(1, item.id);
    while (workers.executeStep()) item.lavoratori.push_back(workers.getColumn(0).getString());
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
      "OR substr(p.codice_fiscale, 1, length(:codice)) = :codice OR instr(p.ricerca, :testo) > 0) ";
  if (ambito) sql += std::string("AND p.matricola IN (") + ambito_sql(ambito->relazione) + ") ";
  return sql + "ORDER BY p.denominazione, p.matricola LIMIT :limite";
}

std::string upper_ascii(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

PaginaPosizioni search(SQLite::Database& db, std::string_view testo, const std::optional<Ambito>& ambito, Date oggi,
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
    page.righe.push_back({row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString(),
                          row.getColumn(3).getString(), row.getColumn(4).getString(), row.getColumn(5).getString(),
                          row.getColumn(6).getString(), row.getColumn(7).getInt64()});
  }
  return page;
}

}  // namespace

std::optional<domain::Registry> load_registry(Db& db, std::string_view matricola, Date oggi) {
  return db.read([&](SQLite::Database& r) -> std::optional<domain::Registry> {
    domain::Registry out;
    out.aggiornato_al = oggi;
    if (!load_posizione(r, std::string(matricola), out.posizione)) return std::nullopt;
    load_ca_and_forza(r, out);
    load_units(r, out);
    load_workers(r, out);
    load_authorisations(r, out);
    load_domande(r, out);
    return out;
  });
}

PaginaPosizioni search_posizioni(Db& db, std::string_view testo, const std::optional<Ambito>& ambito, Date oggi,
                                 std::string_view cursore, int limite) {
  if (limite < 1) return {};
  return db.read([&](SQLite::Database& r) { return search(r, testo, ambito, oggi, cursore, limite); });
}

}  // namespace omnia::store
