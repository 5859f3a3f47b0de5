import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nu.validator.client.EmbeddedValidator;

/**
 * Validates the pages named on standard input, a path a line, until that ends.
 *
 * <p>Answers each with the validator's report, JSON on one line, and a line that says
 * {@code END path}, with a tab between.
 */
public class Validate {
  public static void main(String[] arguments) throws Exception {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader paths =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String path; (path = paths.readLine()) != null; ) {
      EmbeddedValidator validator = new EmbeddedValidator();
      validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
      answers.println(validator.validate(Path.of(path)).replace('\n', ' '));
      answers.println("END\t" + path);
    }
  }
}
