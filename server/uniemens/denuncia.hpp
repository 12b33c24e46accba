// One DenunciaIndividuale: as gathered from the flow (texts with their lines), and as read (typed and checked).
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/uniemens/difetto.hpp"
#include "shared/domain/date.hpp"

namespace omnia::uniemens {

// The scalars that are read. `nessuno` is an element that is known and not needed.
enum class Campo {
  mese,
  cf_azienda,
  ragione_sociale,
  matricola,
  forza,
  cf_lavoratore,
  cognome,
  nome,
  qualifica1,
  qualifica2,
  unita_produttiva,
  orario,
  part_time,
  giorno_assunzione,
  giorno_cessazione,
  evento,
  ore_evento,
  ticket,
  nessuno
};
inline constexpr std::size_t kCampi = static_cast<std::size_t>(Campo::nessuno);

// The name of the element in the flow: what messages say.
std::string_view nome_elemento(Campo campo);

struct Valore {
  std::string testo;
  std::int64_t riga = 0;
  int volte = 0;          // how many times the element occurs: more than one is a defect
  bool spezzato = false;  // holds comments, CDATA or other elements
};
using Valori = std::array<Valore, kCampi>;
inline const Valore& get(const Valori& valori, Campo campo) { return valori[static_cast<std::size_t>(campo)]; }
inline Valore& get(Valori& valori, Campo campo) { return valori[static_cast<std::size_t>(campo)]; }

struct EventoGrezzo {
  Valori valori;  // evento, ore_evento, ticket
  std::int64_t riga = 0;
};
struct GiornoGrezzo {
  std::string gg;
  std::int64_t riga = 0;
  std::vector<EventoGrezzo> eventi;
};
struct DenunciaGrezza {
  std::int64_t riga = 0;
  Valori valori;
  std::vector<GiornoGrezzo> giorni;
};

struct EventoCig {
  domain::Date giorno;
  std::string codice;
  std::string ticket;
  std::int64_t ore_centesimi = 0;
};
struct Denuncia {
  std::string codice_fiscale, cognome, nome, qualifica;
  std::int64_t unita_produttiva = 0;
  std::int64_t orario_centesimi = 0;
  std::int64_t part_time_centesimi = 10000;
  std::int64_t ore_settimanali_centesimi = 0;
  std::optional<domain::Date> assunzione, cessazione;
  std::vector<EventoCig> eventi;
};

// Where the month and the company of the denuncia come from.
struct Testata {
  std::string matricola, codice_fiscale, denominazione, sede;
  domain::YearMonth mese;
  std::int64_t riga = 0;
};

// ASCII digits only, no sign, no blank, no separators: "4000" is 40 hours. nullopt outside [minimo, massimo].
std::optional<std::int64_t> scalar(std::string_view text, std::int64_t minimo, std::int64_t massimo);

// The text of a mandatory scalar that occurs once and in one piece, or what is wrong with it.
std::optional<Difetto> missing_or_twice(const Valore& valore, Campo campo, std::int64_t riga_elemento);

std::variant<Denuncia, Difetto> read_denuncia(const DenunciaGrezza& grezza, domain::YearMonth mese);
// `riga`: of the PosContributiva. Reads mese, cf_azienda, ragione_sociale, matricola.
std::variant<Testata, Difetto> read_testata(const Valori& valori, std::int64_t riga);
// ForzaAziendale in hundredths; nullopt when the flow has none.
std::variant<std::optional<std::int64_t>, Difetto> read_forza(const Valori& valori);

}  // namespace omnia::uniemens
