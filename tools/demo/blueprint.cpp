#include "tools/demo/blueprint.hpp"

#include <array>

namespace omnia::demo {

// Every benefit family of the routing table. Sede 4900 most of all, so that its operator has a full desk.
const std::vector<Modello>& cast() {
  static const std::vector<Modello> kCast = {
      {"Officine Immaginarie Srl", "10604", "", "256200", "255300", "", "4900", 24, Scena::pulita, "C011"},
      {"Fonderie Ipotetiche SpA", "10601", "", "245100", "245100", "", "4900", 42, Scena::settimane_48, "C011"},
      {"Costruzioni Chimera Srl", "11301", "", "412000", "410000", "", "4900", 28, Scena::piu_unita, "F011"},
      {"Stamperia dell'Altrove Srl", "10903", "", "181200", "181200", "", "4900", 20, Scena::terzo_31, "G011"},
      {"Tessitura Utopia SpA", "10401", "", "132000", "132000", "", "4900", 35, Scena::mesi_23, "D014"},
      {"Marmi del Miraggio Srl", "11101", "", "081100", "081100", "", "4900", 16, Scena::normale, "F041"},
      {"Esempietti Ulisse", "41301", "", "412000", "410000", "", "4900", 5, Scena::ditta_individuale, "F015"},
      {"Motori Leggendari SpA", "10706", "", "293209", "293200", "", "4900", 250, Scena::grande, "C011"},
      {"Bottega delle Cinque Meraviglie Srl", "70201", "0J", "477110", "477110", "", "4900", 5, Scena::media_5, "H011"},
      {"Magazzini Quindici Lune Srl", "70101", "0J", "463920", "463900", "", "4900", 15, Scena::media_15, "H011"},
      {"Vetreria Trasparenze Finte Srl", "10901", "", "231200", "231200", "", "4900", 18, Scena::mese_mancante, "B132"},
      {"Calzaturificio Passo Perduto Srl", "10501", "", "152010", "152000", "", "4900", 14, Scena::cessata, "D081"},
      {"Plastiche Fantasia Srl", "10801", "", "222909", "222900", "", "4900", 22, Scena::neoassunto, "B371"},
      {"Chimica Pietra Filosofale SpA", "10802", "", "205990", "205900", "", "4900", 38, Scena::dirigente, "B011"},
      {"Studio Numeri Immaginari", "70702", "0S", "692011", "692010", "", "4900", 6, Scena::normale, "H442"},
      {"Autofficina Pegaso Snc", "40607", "7B", "452010", "953100", "", "4900", 8, Scena::normale, "C030"},
      {"Autolinee Tappeto Volante SpA", "11501", "2B", "493100", "493100", "", "4900", 45, Scena::normale, "I011"},
      {"Frutteti Giardino Incantato", "50101", "", "012100", "012100", "", "7000", 9, Scena::normale, "A011"},
      {"Servizi Monte Che Non C'è Srl", "70708", "7V", "812100", "812100", "PROV_TN", "8300", 12, Scena::normale, "K511"},
      {"Albergo Valle Senza Nome Srl", "70501", "6P", "551000", "551000", "PROV_BZ", "1400", 22, Scena::normale, "H052"},
      {"Bazar Codici Confusi Srl", "70201", "0J 7B", "477110", "477110", "", "4900", 10, Scena::normale, "H011"},
      {"Trattoria della Luna Piena Srl", "70502", "0J", "561011", "561100", "", "4900", 13, Scena::in_cassa_fis, "H05Y"},
      {"Farmacia Elisir Snc", "70205", "0J", "477310", "477310", "", "4900", 7, Scena::normale, "H121"},
      {"Igiene Urbana Città Invisibile SpA", "70708", "1Z", "381100", "381100", "", "4900", 58, Scena::normale, "K531"},
      {"Voci dal Nulla Call Center Srl", "70708", "", "822000", "822000", "", "7000", 55, Scena::normale, "K411"},
      {"Pescatori del Mar Perduto Scarl", "11901", "0J", "031100", "031100", "", "5100", 6, Scena::normale, "A061"},
      {"Aerolinee Icaro SpA", "11505", "0J", "511010", "511000", "AEREO", "7000", 9, Scena::normale, "I611"},
      {"Lavoro di Ieri Agenzia SpA", "70708", "9A", "782000", "782000", "SOMM", "4900", 30, Scena::normale, "V211"},
      {"Banca dei Desideri SpA", "60101", "", "641910", "641910", "", "4900", 40, Scena::normale, "J241"},
      {"Navigazione Ultima Thule SpA", "11502", "", "502000", "502000", "MARITTIMO", "5100", 32, Scena::normale, "I371"},
      {"Impianti Scintilla Srl", "11306", "3N 3P", "432101", "432101", "", "4900", 18, Scena::normale, "C011"},
      {"Logistica Labirinto Srl", "70401", "0J 3X", "522922", "522600", "", "8100", 25, Scena::normale, "I100"},
      {"Autotrasporti Bilico Fatato Srl", "11503", "", "494100", "494100", "", "4900", 25, Scena::normale, "I100"},
      {"Cooperativa Terra di Mezzo Scarl", "50101", "", "103900", "103900", "L240", "7000", 14, Scena::normale, "E018"},
      {"Grand Hotel Miramai Srl", "70501", "0J", "551000", "551000", "", "7000", 21, Scena::normale, "H052"},
      {"Sartoria Filo d'Arianna Srl", "10402", "", "141310", "142100", "", "7000", 30, Scena::normale, "D014"},
      {"Dolciumi Marzapane SpA", "10301", "", "108200", "108200", "", "8100", 48, Scena::normale, "E012"},
      {"Edilizia Castelli in Aria Srl", "11302", "", "412000", "410000", "", "4900", 17, Scena::meteo, "F011"},
      {"Robotica Domani Srl", "10604", "", "289909", "289900", "", "4900", 6, Scena::nuova, "C011"},
      {"Ceramiche del Sonno Srl", "10902", "", "234100", "234100", "", "4900", 19, Scena::sospesa, "B122"},
      {"Pasticceria Nuvola Dolce Snc", "40407", "7B", "561030", "561100", "", "4900", 8, Scena::normale, "E015"}};
  return kCast;
}

const Luogo& luogo(std::string_view sede) {
  static constexpr std::array<Luogo, 6> kLuoghi = {{{"4900", "Milano", "MI", "F205"},
                                                    {"7000", "Roma", "RM", "H501"},
                                                    {"8100", "Torino", "TO", "L219"},
                                                    {"5100", "Napoli", "NA", "F839"},
                                                    {"8300", "Trento", "TN", "L378"},
                                                    {"1400", "Bolzano", "BZ", "A952"}}};
  for (const Luogo& item : kLuoghi) {
    if (item.sede == sede) return item;
  }
  return kLuoghi[0];
}

}  // namespace omnia::demo
