// Command `route`: which benefit a position leads to, for one case or for a table of cases.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "server/services/norme.hpp"
#include "shared/domain/ascii.hpp"
#include "shared/rules/routing/routing.hpp"
#include "shared/wire/wire.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/table.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

using domain::Date;
using domain::YearMonth;
namespace routing = rules::routing;

constexpr const char* kPublicCapital = "CAPITALE_PUBBLICO";

// A codice di autorizzazione is a digit and a letter.
bool is_code(const std::string& text) {
  return text.size() == 2 && domain::ascii::is_digit(text[0]) && !domain::ascii::is_digit(text[1]);
}

// The facts that a case may tell beside its codes: those that the table of routing names, that of art. 10 lett. l), and those of
// the unit and of its province, which the routing does not look at.
std::vector<std::string> known_words(const norms::RoutingTable& table) {
  std::vector<std::string> words = {kPublicCapital, "PROV_BZ", "PROV_TN", "UP_CANTIERE", "UP_NON_ATTIVA", "UP_NON_CENSITA"};
  const auto add = [&](const std::vector<std::string>& more) { words.insert(words.end(), more.begin(), more.end()); };
  for (const auto& regola : table.regole) {
    add(regola.qualita_tutte);
    add(regola.qualita_escluse);
    add(regola.lavoratori_esclusi);
  }
  for (const auto& prestazione : table.prestazioni) add(prestazione.lavoratori_esclusi);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// A word written wrong would leave the case without its fact, and the answer would look right.
void refuse_unknown(const char* column, const std::vector<std::string>& words, bool codes, const norms::RoutingTable& table) {
  const auto known = known_words(table);
  for (const auto& word : words) {
    if ((codes && is_code(word)) || std::find(known.begin(), known.end(), word) != known.end()) continue;
    std::string all;
    for (const auto& one : known) all += (all.empty() ? "" : ", ") + one;
    throw std::runtime_error(
        std::string(column) + ": «" + word + "» non è " +
        (codes ? "un codice di autorizzazione (una cifra e una lettera) né una qualità nota" : "una qualità nota") +
        ": scrivi, separati da virgole, " + (codes ? "codici o " : "") + all + ".");
  }
}

std::string ateco_of(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '.'), text.end());
  if (!text.empty() && (text.size() > 6 || !domain::ascii::all_digits(text)))
    throw std::runtime_error("ateco2007: il codice ATECO ha da due a sei cifre, per esempio 25.62: verifica il codice digitato.");
  return text;
}

domain::Posizione position_of(const RouteCase& c, Date inizio, const norms::RoutingTable& table) {
  const auto csc = domain::Csc::parse(c.csc);
  if (!csc) throw std::runtime_error("csc: " + csc.reason().testo);
  domain::Posizione posizione;
  posizione.csc = csc.value().str();
  auto words = split(c.ca, ',');
  refuse_unknown("ca", words, true, table);
  for (auto& word : words) {
    if (word == kPublicCapital) {
      posizione.capitale_interamente_pubblico = true;
    } else if (is_code(word)) {
      posizione.ca.push_back({word, Date::of(1900, 1, 1), std::nullopt});
    } else {
      posizione.qualita.push_back(std::move(word));
    }
  }
  posizione.ateco2007 = ateco_of(c.ateco);
  if (c.media.empty()) return posizione;
  const auto media = domain::Decimal::parse(c.media);
  if (!media) throw std::runtime_error("media: " + media.reason().testo);
  // The average is that of the half-year before: every month of it has that figure.
  for (int month = -6; month < 0; ++month) posizione.forza.push_back({YearMonth::of(inizio).add(month), media.value().centesimi});
  return posizione;
}

routing::GruppoCausale group_of(const std::string& text) {
  if (text == "ORD" || text.empty()) return routing::GruppoCausale::ordinaria;
  if (text == "EONE") return routing::GruppoCausale::eone;
  if (text == "STR") return routing::GruppoCausale::straordinaria;
  throw std::runtime_error("causale: «" + text + "» non è ammessa: scrivi ORD, EONE oppure STR.");
}

struct Risposta {
  routing::Esito esito;
  routing::EsitoCausale causa;

  // The reason for which a benefit is not given; empty when it is. The suggested one is refused by its cause.
  [[nodiscard]] std::string reason(const std::string& codice) const {
    if (codice == esito.primaria) return causa.motivo;
    const auto card = std::find_if(esito.prestazioni.begin(), esito.prestazioni.end(),
                                   [&](const routing::Prestazione& p) { return p.codice == codice; });
    return card == esito.prestazioni.end() ? std::string() : card->motivo;
  }
};

Risposta answer(const RouteCase& c, const norms::Norms& norms) {
  const auto inizio = Date::parse(c.inizio);
  if (!inizio) throw std::runtime_error("inizio: " + inizio.reason().testo);
  const auto posizione = position_of(c, inizio.value(), norms.routing());
  const auto flags = split(c.flag, ',');
  refuse_unknown("flag", flags, false, norms.routing());
  Risposta r;
  r.esito = routing::route(posizione, inizio.value(), norms);
  r.causa = routing::route_cause(r.esito, posizione, group_of(c.causale), 0, 0, flags, inizio.value(), norms);
  return r;
}

// "FIS=R02|CISOA=R10": the benefits named in `asked` ("FIS=…|CISOA=…"), or all those that are not given.
std::string refused(const Risposta& r, const std::string& asked) {
  std::vector<std::string> names;
  for (const auto& pair : split(asked, '|')) names.push_back(pair.substr(0, pair.find('=')));
  if (names.empty()) {
    for (const auto& p : r.esito.prestazioni) {
      // The suggested one is refused by its cause alone; a warning on the UP refuses nothing.
      const bool only_warned = p.suggerita && r.causa.esito == "OK";
      if (!only_warned && !r.reason(p.codice).empty()) names.push_back(p.codice);
    }
  }
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : "|") + name + "=" + r.reason(name);
  return text;
}

void print(const Risposta& r, std::ostream& out) {
  const auto& e = r.esito;
  out << "Prestazione suggerita: " << (e.nome_primaria.empty() ? e.primaria : e.nome_primaria + " (" + e.primaria + ")") << '\n';
  out << "  " << e.testo << source_phrase(e.citazione, e.lettura) << '\n';
  out << "Causale: " << r.causa.esito;
  if (!r.causa.motivo.empty()) out << " (" << r.causa.motivo << "). " << r.causa.testo;
  out << "\nCIGS: " << r.causa.cigs << "\nNon compatibili:\n";
  for (const auto& p : e.prestazioni) {
    if (!p.suggerita) out << "  " << p.codice << " (" << p.motivo << "): " << p.testo << '\n';
  }
}

int route_table(const RouteArgs& args, const norms::Norms& norms, const Console& console) {
  const CaseTable table(args.casi, {"csc", "inizio"}, console.in);
  std::ostream& out = console.out;
  out << "id;descrizione;csc;ca;ateco2007;media;flag;causale;inizio;suggerita;esito_causale;cigs;respinte\n";
  for (const auto& row : table.rows()) {
    const auto cell = [&](const char* column) { return table.cell(row, column); };
    const RouteCase c{cell("csc"), cell("ca"), cell("ateco2007"), cell("media"), cell("flag"), cell("causale"), cell("inizio")};
    try {
      const auto r = answer(c, norms);
      out << csv_line({cell("id"), cell("descrizione"), c.csc, c.ca, c.ateco, c.media, c.flag, c.causale, c.inizio,
                       r.esito.primaria, r.causa.esito, r.causa.cigs, refused(r, cell("respinte"))});
    } catch (const std::runtime_error& e) {
      throw std::runtime_error(args.casi + ", riga " + std::to_string(row.riga) + ", colonna " + e.what());
    }
  }
  return 0;
}

}  // namespace

int route(const RouteArgs& args, const Console& console) {
  const auto norms = services::load_norms(args.norme);
  const auto& o = args.caso;
  const bool options = !o.csc.empty() || !o.ca.empty() || !o.ateco.empty() || !o.media.empty() || !o.flag.empty() ||
                       !o.causale.empty() || !o.inizio.empty();
  refuse_mixed(args.casi, options, args.json);
  if (!args.casi.empty()) return route_table(args, norms, console);
  if (args.caso.csc.empty()) throw std::runtime_error("indica --csc, oppure un file di casi.");
  auto c = args.caso;
  if (c.inizio.empty()) c.inizio = day_or_today({}).iso();
  const auto r = answer(c, norms);
  if (args.json) {
    auto answer = nlohmann::json::parse(wire::write(r.esito));
    answer["causa"] = {{"esito", r.causa.esito},
                       {"cigs", r.causa.cigs},
                       {"motivo", r.causa.motivo},
                       {"testo", r.causa.testo},
                       {"citazione", r.causa.citazione}};
    console.out << answer.dump() << '\n';
  } else {
    print(r, console.out);
  }
  return 0;
}

}  // namespace omnia::cli
