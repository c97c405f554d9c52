import type { AnyTool, PreparedCall, ToolContext, ToolPlan } from '@/agent';
import type { ArgumentField, CallArguments, Json } from '@/domain/sessions';
import { singleLine, type Workspace } from '@/domain/workspace';

import { isJsonObject, jsonObjectOf, type JsonObject } from './json';
import { lenient } from './lenient';
import { z } from './zod';

type ArgumentsSchema = z.ZodMiniObject;

/**
 * What makes a tool. It changes nothing: everything here is pure.
 *
 * @typeParam Schema - one argument per property. Its outputs are its inputs: a parsed call can be parsed again.
 */
export interface ToolDefinition<Schema extends ArgumentsSchema> {
  readonly name: string;
  /** Written for models: what it does, when to use it, what it answers. */
  readonly description: string;
  readonly arguments: Schema;
  /** Puts what was meant in place of what was written, so that an approval shows it and runs with it. Optional. */
  settle?(workspace: Workspace, args: z.output<Schema>, context: ToolContext): z.output<Schema>;
  plan(workspace: Workspace, args: z.output<Schema>, context: ToolContext): ToolPlan;
  /** Verb first, for people. Must do with names that do not exist. */
  title(workspace: Workspace, args: z.output<Schema>, context: ToolContext): string;
  /** What a person may edit in an approval; none for tools that need none. */
  fields?(args: z.output<Schema>): readonly ArgumentField[];
}

/** Makes a tool whose arguments are read leniently, checked strictly and described by one schema [C2]. */
export function defineTool<Schema extends ArgumentsSchema>(definition: ToolDefinition<Schema>): AnyTool {
  const parameters = parametersOf(definition.arguments);
  return {
    name: definition.name,
    description: definition.description,
    parameters,
    prepare(workspace, raw, context) {
      const parsed = z.safeParse(definition.arguments, lenient(raw, parameters));
      if (!parsed.success) return invalidCall(parsed.error.issues, parameters);
      const args = definition.settle?.(workspace, parsed.data, context) ?? parsed.data;
      return {
        type: 'prepared',
        args: callArguments(args),
        title: titleLine(definition.title(workspace, args, context)),
        fields: definition.fields?.(args) ?? [],
        plan: definition.plan(workspace, args, context),
      };
    },
  };
}

function parametersOf(schema: ArgumentsSchema): JsonObject {
  const { $schema: _dialect, ...parameters } = jsonObjectOf(z.toJSONSchema(schema, { io: 'input' }));
  return parameters;
}

const longestTitle = 200;

/** Titles quote what a model wrote; whatever that was, they stay one line that can be read at a glance. */
function titleLine(title: string): string {
  const line = singleLine(title).replaceAll('“ ', '“').replaceAll(' ”', '”');
  return line.length > longestTitle ? `${line.slice(0, longestTitle - 1)}…` : line;
}

function callArguments(args: object): CallArguments {
  return jsonObjectOf(args);
}

type Problem = Extract<PreparedCall, { readonly type: 'invalid' }>['problems'][number];

/** One problem a field; what is wrong with the whole often follows from those, so it is told only alone. */
function invalidCall(issues: readonly z.core.$ZodIssue[], parameters: JsonObject): PreparedCall {
  const problems = issues.flatMap((issue) => problemsOf(issue, parameters));
  const about = problems.filter(({ field }) => field !== whole);
  const told = about.length === 0 ? problems : about;
  return {
    type: 'invalid',
    problems: told.filter((one, index) => told.findIndex(({ field }) => field === one.field) === index),
  };
}

/** The field of a problem that no single argument has. */
const whole = 'arguments';

function problemsOf(issue: z.core.$ZodIssue, parameters: JsonObject): readonly Problem[] {
  const itemAt = issue.path.findIndex((step) => typeof step === 'number');
  const names = issue.path.slice(0, itemAt === -1 ? undefined : itemAt).map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [...names, shownKey(key)].join('.'),
      message: `There is no such argument. ${allowedArguments(parameters, names)}`,
    }));
  }
  const field = names.join('.');
  const item = itemAt === -1 ? '' : `Item ${String(Number(issue.path[itemAt]) + 1)}: `;
  return [{ field: field === '' ? whole : field, message: item + messageOf(issue, field) }];
}

const longestKey = 60;

/** A name that the model made up, fit to be shown. */
function shownKey(key: string): string {
  const line = singleLine(key).slice(0, longestKey);
  return line === '' ? '(no name)' : line;
}

function messageOf(issue: z.core.$ZodIssue, field: string): string {
  return field === '' && issue.code === 'invalid_type'
    ? 'The arguments must be a JSON object with named values.'
    : issue.message;
}

function allowedArguments(parameters: JsonObject, path: readonly string[]): string {
  const schema = path.reduce<Json | undefined>((within, name) => {
    const properties = isJsonObject(within) ? within['properties'] : undefined;
    return isJsonObject(properties) ? properties[name] : undefined;
  }, parameters);
  const properties = isJsonObject(schema) ? schema['properties'] : undefined;
  const names = isJsonObject(properties) ? Object.keys(properties) : [];
  return names.length === 0 ? 'Leave it out.' : `Allowed are ${names.join(', ')}.`;
}
