namespace InboxNetworker.Evaluation.Fitting;

internal static class Linear
{
    /// <summary>Solves a small symmetric, positive system by elimination, for some of the unknowns; the others are 0.</summary>
    public static double[] Solve(double[,] matrix, double[] right, int[] free)
    {
        var rows = free.Select(i => free.Select(j => matrix[i, j]).Append(right[i]).ToArray()).ToArray();
        for (var i = 0; i < rows.Length; i++)
        {
            for (var k = i + 1; k < rows.Length; k++)
            {
                var part = rows[k][i] / rows[i][i];
                for (var j = i; j <= rows.Length; j++)
                {
                    rows[k][j] -= part * rows[i][j];
                }
            }
        }

        var solution = new double[right.Length];
        for (var i = rows.Length - 1; i >= 0; i--)
        {
            var known = Enumerable.Range(i + 1, rows.Length - i - 1).Sum(j => rows[i][j] * solution[free[j]]);
            solution[free[i]] = (rows[i][^1] - known) / rows[i][i];
        }

        return solution;
    }
}
