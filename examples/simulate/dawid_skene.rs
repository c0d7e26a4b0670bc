//! The full model of Dawid and Skene (1979): for every source a table of what it says where something else is true, fitted
//! to the run itself. Known to be the best where thousands of rows are judged; here there are twelve.

const ROUNDS: usize = 25;
/// What is added to every count, so that nothing is impossible.
const ADDED: f64 = 0.01;

/// How likely each answer of each row is. The rows have pairs of a source and what it says.
pub(crate) fn truths(rows: &[Vec<(usize, usize)>], sources: usize, answers: usize) -> Vec<Vec<f64>> {
    let counted = |row: &Vec<(usize, usize)>| {
        let count = |answer| row.iter().filter(|(_, said)| *said == answer).count() as f64;
        normalised((0..answers).map(|answer| count(answer) + ADDED).collect())
    };
    let mut truths: Vec<Vec<f64>> = rows.iter().map(counted).collect();
    for _ in 0..ROUNDS {
        let mut says = vec![vec![vec![ADDED; answers]; answers]; sources];
        let mut common = vec![ADDED; answers];
        for (row, truth) in rows.iter().zip(&truths) {
            for (answer, share) in truth.iter().enumerate() {
                common[answer] += share;
                row.iter().for_each(|(source, said)| says[*source][answer][*said] += share);
            }
        }
        let common = normalised(common);
        let says: Vec<Vec<Vec<f64>>> =
            says.into_iter().map(|table| table.into_iter().map(normalised).collect()).collect();
        let likely = |row: &Vec<(usize, usize)>| {
            let of = |answer: usize| {
                row.iter().fold(common[answer], |all, (source, said)| all * says[*source][answer][*said])
            };
            normalised((0..answers).map(of).collect())
        };
        truths = rows.iter().map(likely).collect();
    }
    truths
}

fn normalised(weights: Vec<f64>) -> Vec<f64> {
    let all: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / all.max(f64::MIN_POSITIVE)).collect()
}
