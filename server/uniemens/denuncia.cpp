#include "server/uniemens/denuncia.hpp"

#include <algorithm>
#include <set>

#include "shared/domain/ascii.hpp"
#include "shared/domain/identifiers.hpp"
#include "shared/domain/quantity.hpp"

namespace omnia::uniemens {
namespace {

using domain::Date;
using domain::YearMonth;

constexpr std::array<std::string_view, kCampi> kNomi = {
    "AnnoMeseDenuncia", "CFAzienda",        "RagSocAzienda",    "Matricola",
    "ForzaAziendale",   "CFLavoratore",     "Cognome",          "Nome",
    "Qualifica1",       "Qualifica2",       "UnitaProduttiva",  "OrarioContrattuale",
    "PercPartTime",     "GiornoAssunzione", "GiornoCessazione", "CodiceEventoGiorn",
    "NumOreEvento",     "IdentEventoCIG"};

// CIG events (circ. INPS 1/2020 for ASR; the other codes are knowledge of the field). The first five want a ticket; the last
// three are of the time before the tickets. Any other code is another event and is not read.
constexpr std::array<std::string_view, 5> kEventiConTicket = {"COR", "CSR", "CDR", "AOR", "ASR"};
constexpr std::array<std::string_view, 3> kEventiSenzaTicket = {"CGO", "CGS", "CGD"};

// A defect of a whole reading step, thrown to the one place that turns it into an answer.
[[noreturn]] void defect(std::int64_t riga, std::string codice, std::string motivo) {
  throw FileRifiutato({riga, std::move(codice), std::move(motivo)});
}

const std::string& required(const Valori& valori, Campo campo, std::int64_t riga) {
  const Valore& valore = get(valori, campo);
  if (auto difetto = missing_or_twice(valore, campo, riga)) throw FileRifiutato(*difetto);
  return valore.testo;
}

const std::string* optional_text(const Valori& valori, Campo campo, std::int64_t riga) {
  return get(valori, campo).volte == 0 ? nullptr : &required(valori, campo, riga);
}

// Identifiers by the parsers of the core, with their reason.
template <class T>
std::string identifier(const Valori& valori, Campo campo, std::int64_t riga, const char* codice) {
  const auto parsed = T::parse(required(valori, campo, riga));
  if (!parsed) defect(get(valori, campo).riga, codice, std::string(nome_elemento(campo)) + ": " + parsed.reason().testo);
  return parsed.value().str();
}

std::int64_t number(const Valori& valori, Campo campo, std::int64_t riga, const char* codice, std::int64_t minimo,
                    std::int64_t massimo) {
  const std::string& text = required(valori, campo, riga);
  if (const auto value = scalar(text, minimo, massimo)) return *value;
  defect(get(valori, campo).riga, codice,
         std::string(nome_elemento(campo)) + ": «" + text + "» non è un numero intero tra " + std::to_string(minimo) + " e " +
             std::to_string(massimo) + ", scritto con le sole cifre. Correggi il valore.");
}

std::string_view qualifica_of(std::string_view qualifica1) {
  // 1, 2 and 5 are seen in flows; the other letters are knowledge of the field.
  if (qualifica1 == "1") return "operaio";
  if (qualifica1 == "2") return "impiegato";
  if (qualifica1 == "3") return "dirigente";
  if (qualifica1 == "4" || qualifica1 == "5" || qualifica1 == "R" || qualifica1 == "W") return "apprendista";
  if (qualifica1 == "6") return "domicilio";
  if (qualifica1 == "Q") return "quadro";
  return "altro";
}

std::string name(const Valori& valori, Campo campo, std::int64_t riga) {
  const auto text = domain::ascii::trim(required(valori, campo, riga));
  if (text.empty() || text.size() > 120) {
    defect(get(valori, campo).riga, "uniemens.nome",
           std::string(nome_elemento(campo)) + ": il testo è vuoto o supera i 120 caratteri. Correggi il valore.");
  }
  return std::string(text);
}

Date day(const std::string& gg, YearMonth mese, std::int64_t riga, std::string_view elemento) {
  const auto giorno = gg.size() <= 2 ? scalar(gg, 1, 31) : std::nullopt;
  if (giorno && Date::exists(mese.anno, mese.mese, static_cast<int>(*giorno))) {
    return Date::of(mese.anno, mese.mese, static_cast<int>(*giorno));
  }
  defect(riga, "uniemens.giorno",
         std::string(elemento) + ": il giorno «" + gg + "» non esiste nel mese " + mese.italiano() + ". Correggi il giorno.");
}

std::optional<Date> movement(const DenunciaGrezza& grezza, Campo campo, YearMonth mese) {
  const std::string* text = optional_text(grezza.valori, campo, grezza.riga);
  if (text == nullptr) return std::nullopt;
  return day(*text, mese, get(grezza.valori, campo).riga, nome_elemento(campo));
}

void read_hours(const DenunciaGrezza& grezza, Denuncia& out) {
  out.orario_centesimi = number(grezza.valori, Campo::orario, grezza.riga, "uniemens.orario", 1, 16800);
  const std::string& tempo = required(grezza.valori, Campo::qualifica2, grezza.riga);
  const bool has_percent = get(grezza.valori, Campo::part_time).volte > 0;
  if (has_percent) out.part_time_centesimi = number(grezza.valori, Campo::part_time, grezza.riga, "uniemens.part_time", 1, 10000);
  const std::int64_t riga = get(grezza.valori, Campo::qualifica2).riga;
  if (tempo == "F") {
    if (out.part_time_centesimi != 10000) {
      defect(riga, "uniemens.part_time",
             "Qualifica2 è «F» (tempo pieno), ma PercPartTime è indicato. Togli la percentuale o correggi Qualifica2.");
    }
  } else if (tempo == "P" || tempo == "V" || tempo == "M") {
    if (!has_percent) {
      defect(riga, "uniemens.part_time",
             "Qualifica2 è «" + tempo + "» (tempo parziale), ma manca PercPartTime. Indica la percentuale.");
    }
  } else {
    defect(riga, "uniemens.qualifica", "Qualifica2: «" + tempo + "» non è F, P, V o M. Correggi il valore.");
  }
  // OrarioContrattuale is the full time of the contract, for part-timers too.
  out.ore_settimanali_centesimi = (out.orario_centesimi * out.part_time_centesimi + 5000) / 10000;
}

void read_event(const EventoGrezzo& grezzo, Date giorno, Denuncia& out) {
  const std::string& codice = required(grezzo.valori, Campo::evento, grezzo.riga);
  if (codice.size() != 3 || !domain::ascii::all_alnum_upper(codice)) {
    defect(get(grezzo.valori, Campo::evento).riga, "uniemens.evento",
           "CodiceEventoGiorn: «" + codice + "» non è un codice di tre lettere maiuscole. Correggi il valore.");
  }
  const bool con_ticket = std::find(kEventiConTicket.begin(), kEventiConTicket.end(), codice) != kEventiConTicket.end();
  const bool senza = std::find(kEventiSenzaTicket.begin(), kEventiSenzaTicket.end(), codice) != kEventiSenzaTicket.end();
  if (!con_ticket && !senza) return;
  EventoCig evento{giorno, codice, {}, 0};
  evento.ore_centesimi = number(grezzo.valori, Campo::ore_evento, grezzo.riga, "uniemens.ore_evento", 0, 2400);
  if (con_ticket || get(grezzo.valori, Campo::ticket).volte > 0) {
    evento.ticket = identifier<domain::Ticket>(grezzo.valori, Campo::ticket, grezzo.riga, "uniemens.ticket");
  }
  out.eventi.push_back(std::move(evento));
}

void read_days(const DenunciaGrezza& grezza, YearMonth mese, Denuncia& out) {
  std::set<Date> seen;
  for (const GiornoGrezzo& giorno : grezza.giorni) {
    const Date date = day(giorno.gg, mese, giorno.riga, "Giorno");
    if (!seen.insert(date).second) {
      defect(giorno.riga, "uniemens.giorno",
             "Giorno: il giorno «" + giorno.gg + "» è indicato due volte. Lascia un solo elemento.");
    }
    for (const EventoGrezzo& evento : giorno.eventi) read_event(evento, date, out);
  }
  for (const Date date : seen) {
    std::int64_t total = 0;
    for (const EventoCig& evento : out.eventi) {
      if (evento.giorno == date) total += evento.ore_centesimi;
    }
    if (total > 2400) {
      defect(grezza.riga, "uniemens.ore_evento",
             "Le ore di integrazione del " + date.italiano() + " superano 24. Correggi NumOreEvento.");
    }
  }
}

}  // namespace

std::string_view nome_elemento(Campo campo) { return kNomi[static_cast<std::size_t>(campo)]; }

std::optional<std::int64_t> scalar(std::string_view text, std::int64_t minimo, std::int64_t massimo) {
  if (text.empty() || text.size() > 9 || !domain::ascii::all_digits(text)) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  if (value < minimo || value > massimo) return std::nullopt;
  return value;
}

std::optional<Difetto> missing_or_twice(const Valore& valore, Campo campo, std::int64_t riga_elemento) {
  const std::string nome(nome_elemento(campo));
  if (valore.volte == 0) return Difetto{riga_elemento, "uniemens.manca", "Manca " + nome + ". Aggiungi l’elemento."};
  if (valore.volte > 1) return Difetto{valore.riga, "uniemens.doppio", nome + " è indicato più volte. Lascia un solo elemento."};
  if (valore.spezzato) {
    return Difetto{valore.riga, "uniemens.testo", nome + " contiene commenti o altri elementi. Scrivi il solo valore."};
  }
  return std::nullopt;
}

std::variant<Denuncia, Difetto> read_denuncia(const DenunciaGrezza& grezza, YearMonth mese) {
  try {
    Denuncia out;
    const Valori& valori = grezza.valori;
    out.codice_fiscale = identifier<domain::CodiceFiscale>(valori, Campo::cf_lavoratore, grezza.riga, "uniemens.codice_fiscale");
    out.cognome = name(valori, Campo::cognome, grezza.riga);
    out.nome = name(valori, Campo::nome, grezza.riga);
    out.qualifica = qualifica_of(required(valori, Campo::qualifica1, grezza.riga));
    out.unita_produttiva = number(valori, Campo::unita_produttiva, grezza.riga, "uniemens.unita_produttiva", 0, 999999);
    read_hours(grezza, out);
    out.assunzione = movement(grezza, Campo::giorno_assunzione, mese);
    out.cessazione = movement(grezza, Campo::giorno_cessazione, mese);
    read_days(grezza, mese, out);
    return out;
  } catch (const FileRifiutato& e) {
    return e.difetto;
  }
}

std::variant<Testata, Difetto> read_testata(const Valori& valori, std::int64_t riga) {
  try {
    Testata out;
    out.riga = riga;
    const std::string& mese = required(valori, Campo::mese, riga);
    const auto parsed = YearMonth::parse(mese);
    if (!parsed || parsed.value().iso() != mese) {
      defect(get(valori, Campo::mese).riga, "uniemens.mese",
             "AnnoMeseDenuncia: «" + mese + "» non è un mese nella forma AAAA-MM. Correggi il valore.");
    }
    out.mese = parsed.value();
    out.codice_fiscale = identifier<domain::CodiceFiscaleAzienda>(valori, Campo::cf_azienda, riga, "uniemens.cf_azienda");
    out.denominazione = name(valori, Campo::ragione_sociale, riga);
    out.matricola = identifier<domain::Matricola>(valori, Campo::matricola, riga, "uniemens.matricola");
    out.sede = out.matricola.substr(0, 2) + "00";
    return out;
  } catch (const FileRifiutato& e) {
    return e.difetto;
  }
}

std::variant<std::optional<std::int64_t>, Difetto> read_forza(const Valori& valori) {
  const Valore& valore = get(valori, Campo::forza);
  if (valore.volte == 0) return std::optional<std::int64_t>{};
  if (auto difetto = missing_or_twice(valore, Campo::forza, valore.riga)) return *difetto;
  // A comma decimal is allowed here: part-timers make the figure fractional.
  const auto comma = valore.testo.find(',');
  const auto whole = scalar(std::string_view(valore.testo).substr(0, comma), 0, 9999999);
  std::optional<std::int64_t> hundredths = 0;
  if (comma != std::string::npos) {
    std::string decimals = valore.testo.substr(comma + 1);
    if (decimals.size() == 1) decimals.push_back('0');
    hundredths = decimals.size() == 2 ? scalar(decimals, 0, 99) : std::nullopt;
  }
  if (whole && hundredths) return std::optional<std::int64_t>(*whole * 100 + *hundredths);
  return Difetto{
      valore.riga, "uniemens.forza",
      "ForzaAziendale: «" + valore.testo + "» non è un numero con al più due decimali dopo la virgola. Correggi il valore."};
}

}  // namespace omnia::uniemens
