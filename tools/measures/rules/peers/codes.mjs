// The 40 checks that every engine here can express: formal fields, dates and terms, the plan of the weeks, ratios, thresholds.
export const CODES = [
  'A-AZI-01', 'A-AZI-02', 'A-AZI-06', 'A-AZI-07', 'A-AZI-10', 'A-AZI-11',
  'A-FRM-01', 'A-FRM-02', 'A-FRM-04', 'A-FRM-10',
  'A-UP-01', 'A-UP-02', 'A-UP-05', 'A-UP-06',
  'A-CAU-01', 'A-CAU-04', 'A-CAU-06', 'A-CAU-07', 'A-CAU-08', 'A-CAU-11', 'A-CAU-14',
  'A-TER-01', 'A-TER-02', 'A-TER-03', 'A-TER-13',
  'A-PER-01', 'A-PER-02', 'A-PER-03', 'A-PER-05',
  'A-PIA-01', 'A-PIA-02', 'A-PIA-03',
  'A-LAV-06', 'A-LAV-07', 'A-LAV-08',
  'A-LIQ-02', 'A-LIQ-03', 'A-LIQ-04', 'A-LIQ-07',
  'A-DIC-01',
];

// A-FRM-01 says that a field does not parse, in any field; the others were given the fields of these checks only.
const ELSEWHERE = /^(consultazione|indicatori|lavoratori|relazione)\.|^periodo\.ore_giorni/;
export const isCompared = (alert) => alert.codice !== 'A-FRM-01' || !ELSEWHERE.test(alert.campo);
