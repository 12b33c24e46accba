#include "tools/demo/people.hpp"

#include <array>
#include <string_view>

#include "shared/domain/ascii.hpp"
#include "shared/domain/codice_fiscale.hpp"

namespace omnia::demo {
namespace {

struct Nome {
  std::string_view scritto;  // as it is shown
  std::string_view piano;    // capital letters without accents and apostrophes
};

// Surnames nobody could take for a neighbour's, with the letters that break bad software: accents, apostrophes, Latin extended.
constexpr std::array<Nome, 56> kCognomi = {{{"Immaginari", "IMMAGINARI"},
                                            {"Inventini", "INVENTINI"},
                                            {"Fantasini", "FANTASINI"},
                                            {"Šarić", "SARIC"},
                                            {"Ipotesi", "IPOTESI"},
                                            {"Esempietti", "ESEMPIETTI"},
                                            {"D'Ambrosio", "DAMBROSIO"},
                                            {"Finzioni", "FINZIONI"},
                                            {"Verosimili", "VEROSIMILI"},
                                            {"Kovač", "KOVAC"},
                                            {"Utopini", "UTOPINI"},
                                            {"Chimeri", "CHIMERI"},
                                            {"Favolari", "FAVOLARI"},
                                            {"Simulani", "SIMULANI"},
                                            {"Provetti", "PROVETTI"},
                                            {"Modellari", "MODELLARI"},
                                            {"Supposti", "SUPPOSTI"},
                                            {"Illusori", "ILLUSORI"},
                                            {"Dell'Ipotesi", "DELLIPOTESI"},
                                            {"Mirabili", "MIRABILI"},
                                            {"Sognanti", "SOGNANTI"},
                                            {"Fittizi", "FITTIZI"},
                                            {"Congetturi", "CONGETTURI"},
                                            {"Bontà", "BONTA"},
                                            {"Parvenzi", "PARVENZI"},
                                            {"Teoremi", "TEOREMI"},
                                            {"Astratti", "ASTRATTI"},
                                            {"Đurić", "DURIC"},
                                            {"Ideali", "IDEALI"},
                                            {"Fiabeschi", "FIABESCHI"},
                                            {"Leggendari", "LEGGENDARI"},
                                            {"Castellinaria", "CASTELLINARIA"},
                                            {"Lunari", "LUNARI"},
                                            {"Enigmi", "ENIGMI"},
                                            {"D'Utopia", "DUTOPIA"},
                                            {"Allegorini", "ALLEGORINI"},
                                            {"Metaforini", "METAFORINI"},
                                            {"Paradossi", "PARADOSSI"},
                                            {"Iperboli", "IPERBOLI"},
                                            {"Anagrammi", "ANAGRAMMI"},
                                            {"Novità", "NOVITA"},
                                            {"Palindromi", "PALINDROMI"},
                                            {"Ossimori", "OSSIMORI"},
                                            {"Miraggi", "MIRAGGI"},
                                            {"Żółty", "ZOLTY"},
                                            {"Apparenzi", "APPARENZI"},
                                            {"Ipotenusi", "IPOTENUSI"},
                                            {"Altrovi", "ALTROVI"},
                                            {"Nessundove", "NESSUNDOVE"},
                                            {"Quasi", "QUASI"},
                                            {"Forsi", "FORSI"},
                                            {"Müller-Prova", "MULLERPROVA"},
                                            {"Campionari", "CAMPIONARI"},
                                            {"Tizi", "TIZI"},
                                            {"Cai", "CAI"},
                                            {"Semproni", "SEMPRONI"}}};

constexpr std::array<Nome, 20> kMaschili = {
    {{"Andrea", "ANDREA"},   {"Nicolò", "NICOLO"},   {"Giovanni", "GIOVANNI"}, {"Luka", "LUKA"},
     {"Matteo", "MATTEO"},   {"Ivo", "IVO"},         {"Tommaso", "TOMMASO"},   {"Enea", "ENEA"},
     {"Ulisse", "ULISSE"},   {"Achille", "ACHILLE"}, {"Ettore", "ETTORE"},     {"Goran", "GORAN"},
     {"Oreste", "ORESTE"},   {"Paride", "PARIDE"},   {"Diego", "DIEGO"},       {"Gian Maria", "GIANMARIA"},
     {"Leandro", "LEANDRO"}, {"Orfeo", "ORFEO"},     {"Teseo", "TESEO"},       {"Vincenzo", "VINCENZO"}}};

constexpr std::array<Nome, 20> kFemminili = {{{"Penelope", "PENELOPE"},    {"Elena", "ELENA"},       {"Zoë", "ZOE"},
                                              {"Marija", "MARIJA"},        {"Arianna", "ARIANNA"},   {"Diana", "DIANA"},
                                              {"Cassandra", "CASSANDRA"},  {"Livia", "LIVIA"},       {"Euridice", "EURIDICE"},
                                              {"Dafne", "DAFNE"},          {"Irène", "IRENE"},       {"Medea", "MEDEA"},
                                              {"Nausicaa", "NAUSICAA"},    {"Atena", "ATENA"},       {"Silvia", "SILVIA"},
                                              {"Marta", "MARTA"},          {"Calliope", "CALLIOPE"}, {"Flora", "FLORA"},
                                              {"Anna Lucia", "ANNALUCIA"}, {"Berenice", "BERENICE"}}};

// Roma, Milano, Torino, Napoli, Bologna, Firenze, Genova, and two foreign states.
constexpr std::array<std::string_view, 9> kLuoghi = {"H501", "F205", "L219", "F839", "A944", "D612", "D969", "Z404", "Z149"};

// One of the seven places changed to its letter, as the Agenzia delle Entrate does when two people share a code.
std::string omocodia(std::string code) {
  constexpr std::string_view kLetters = "LMNPQRSTUV";
  code[14] = kLetters[static_cast<std::size_t>(code[14] - '0')];
  code[15] = domain::codice_fiscale_check(code.substr(0, 15));
  return code;
}

}  // namespace

std::string codice_fiscale(const std::string& cognome, const std::string& nome, domain::Date nascita, domain::Sesso sesso,
                           const std::string& belfiore) {
  constexpr std::string_view kMesi = "ABCDEHLMPRST";
  std::string code = domain::lettere_del_cognome(cognome) + domain::lettere_del_nome(nome);
  code += domain::ascii::padded(nascita.anno() % 100, 2);
  code.push_back(kMesi[static_cast<std::size_t>(nascita.mese() - 1)]);
  code += domain::ascii::padded(nascita.giorno() + (sesso == domain::Sesso::femmina ? 40 : 0), 2);
  code += belfiore;
  code.push_back(domain::codice_fiscale_check(code));
  return code;
}

Persona make_person(Random& random, domain::Date giorno, std::set<std::string>& usati) {
  const Nome& cognome = random.pick(kCognomi);
  const bool donna = random.percent(40);
  const Nome& nome = donna ? random.pick(kFemminili) : random.pick(kMaschili);
  for (;;) {
    const auto nascita = giorno - random.between(20 * 366, 62 * 365);
    std::string code = codice_fiscale(std::string(cognome.piano), std::string(nome.piano), nascita,
                                      donna ? domain::Sesso::femmina : domain::Sesso::maschio, std::string(random.pick(kLuoghi)));
    if (random.percent(1)) code = omocodia(code);
    if (usati.insert(code).second) return {code, std::string(cognome.scritto), std::string(nome.scritto)};
  }
}

}  // namespace omnia::demo
