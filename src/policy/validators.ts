// The checks of the documents, made from schemas/ by `npm run types`; edit those instead.
// @ts-nocheck
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const answer = (() => {
const validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://portcullis.dev/schemas/answer.json","type":"object","additionalProperties":false,"required":["blocks"],"properties":{"blocks":{"type":"array","items":{"oneOf":[{"type":"object","additionalProperties":false,"required":["text"],"properties":{"text":{"type":"string"}}},{"type":"object","additionalProperties":false,"required":["title","quote"],"properties":{"title":{"type":"string"},"quote":{"type":"array","items":{"type":"string"}},"more":{"type":"string"}}},{"type":"object","additionalProperties":false,"required":["observation","show"],"properties":{"observation":{"type":"string"},"show":{"type":"object","additionalProperties":false,"required":["as"],"properties":{"as":{"type":"string","enum":["table","yaml","text","changes","none"]},"title":{"type":"string"},"without":{"type":"array","items":{"type":"string"},"maxItems":128},"columns":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["title","path"],"properties":{"title":{"type":"string"},"path":{"type":"string"}}}},"next":{"type":"object","additionalProperties":false,"required":["tool","arguments","cursor"],"properties":{"tool":{"type":"string"},"arguments":{"type":"object","additionalProperties":true},"cursor":{"type":"string"}}}}}}}]}},"bytes":{"type":"integer","minimum":512,"maximum":16777216},"data":{}}};
const func0 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://portcullis.dev/schemas/answer.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.blocks === undefined) || (!(func0.call(data, "blocks")))) && (missing0 = "blocks")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((key0 === "blocks") || (key0 === "bytes")) || (key0 === "data"))){
validate10.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.blocks !== undefined && func0.call(data, "blocks")){
let data0 = data.blocks;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
const _errs5 = errors;
let valid2 = false;
let passing0 = null;
const _errs6 = errors;
if(errors === _errs6){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((data1.text === undefined) || (!(func0.call(data1, "text")))) && (missing1 = "text")){
const err0 = {instancePath:instancePath+"/blocks/" + i0,schemaPath:"#/properties/blocks/items/oneOf/0/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs8 = errors;
for(const key1 of Object.keys(data1)){
if(!(key1 === "text")){
const err1 = {instancePath:instancePath+"/blocks/" + i0,schemaPath:"#/properties/blocks/items/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs8 === errors){
if(data1.text !== undefined && func0.call(data1, "text")){
if(typeof data1.text !== "string"){
const err2 = {instancePath:instancePath+"/blocks/" + i0+"/text",schemaPath:"#/properties/blocks/items/oneOf/0/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
}
}
else {
const err3 = {instancePath:instancePath+"/blocks/" + i0,schemaPath:"#/properties/blocks/items/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs6 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs11 = errors;
if(errors === _errs11){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing2;
if((((data1.title === undefined) || (!(func0.call(data1, "title")))) && (missing2 = "title")) || (((data1.quote === undefined) || (!(func0.call(data1, "quote")))) && (missing2 = "quote"))){
const err4 = {instancePath:instancePath+"/blocks/" + i0,schemaPath:"#/properties/blocks/items/oneOf/1/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
const _errs13 = errors;
for(const key2 of Object.keys(data1)){
if(!(((key2 === "title") || (key2 === "quote")) || (key2 === "more"))){
const err5 = {instancePath:instancePath+"/blocks/" + i0,schemaPath:"#/properties/blocks/items/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break;
}
}
if(_errs13 === errors){
if(data1.title !== undefined && func0.call(data1, "title")){
const _errs14 = errors;
if(typeof data1.title !== "string"){
const err6 = {instancePath:instancePath+"/blocks/" + i0+"/title",schemaPath:"#/properties/blocks/items/oneOf/1/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data1.quote !== undefined && func0.call(data1, "quote")){
let data4 = data1.quote;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data4)){
var valid5 = true;
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
const _errs18 = errors;
if(typeof data4[i1] !== "string"){
const err7 = {instancePath:instancePath+"/blocks/" + i0+"/quote/" + i1,schemaPath:"#/properties/blocks/items/oneOf/1/properties/quote/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid5 = _errs18 === errors;
if(!valid5){
break;
}
}
}
else {
const err8 = {instancePath:instancePath+"/blocks/" + i0+"/quote",schemaPath:"#/properties/blocks/items/oneOf/1/properties/quote/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data1.more !== undefined && func0.call(data1, "more")){
const _errs20 = errors;
if(typeof data1.more !== "string"){
const err9 = {instancePath:instancePath+"/blocks/" + i0+"/more",schemaPath:"#/properties/blocks/items/oneOf/1/properties/more/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var valid4 = _errs20 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/blocks/" + i0,schemaPath:"#/properties/blocks/items/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid0 = _errs11 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
const _errs22 = errors;
if(errors === _errs22){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing3;
if((((data1.observation === undefined) || (!(func0.call(data1, "observation")))) && (missing3 = "observation")) || (((data1.show === undefined) || (!(func0.call(data1, "show")))) && (missing3 = "show"))){
const err11 = {instancePath:instancePath+"/blocks/" + i0,schemaPath:"#/properties/blocks/items/oneOf/2/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
const _errs24 = errors;
for(const key3 of Object.keys(data1)){
if(!((key3 === "observation") || (key3 === "show"))){
const err12 = {instancePath:instancePath+"/blocks/" + i0,schemaPath:"#/properties/blocks/items/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
break;
}
}
if(_errs24 === errors){
if(data1.observation !== undefined && func0.call(data1, "observation")){
const _errs25 = errors;
if(typeof data1.observation !== "string"){
const err13 = {instancePath:instancePath+"/blocks/" + i0+"/observation",schemaPath:"#/properties/blocks/items/oneOf/2/properties/observation/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var valid6 = _errs25 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data1.show !== undefined && func0.call(data1, "show")){
let data8 = data1.show;
const _errs27 = errors;
if(errors === _errs27){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing4;
if(((data8.as === undefined) || (!(func0.call(data8, "as")))) && (missing4 = "as")){
const err14 = {instancePath:instancePath+"/blocks/" + i0+"/show",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
const _errs29 = errors;
for(const key4 of Object.keys(data8)){
if(!(((((key4 === "as") || (key4 === "title")) || (key4 === "without")) || (key4 === "columns")) || (key4 === "next"))){
const err15 = {instancePath:instancePath+"/blocks/" + i0+"/show",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
break;
}
}
if(_errs29 === errors){
if(data8.as !== undefined && func0.call(data8, "as")){
let data9 = data8.as;
const _errs30 = errors;
if(typeof data9 !== "string"){
const err16 = {instancePath:instancePath+"/blocks/" + i0+"/show/as",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/as/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!(((((data9 === "table") || (data9 === "yaml")) || (data9 === "text")) || (data9 === "changes")) || (data9 === "none"))){
const err17 = {instancePath:instancePath+"/blocks/" + i0+"/show/as",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/as/enum",keyword:"enum",params:{allowedValues: schema11.properties.blocks.items.oneOf[2].properties.show.properties.as.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var valid7 = _errs30 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.title !== undefined && func0.call(data8, "title")){
const _errs32 = errors;
if(typeof data8.title !== "string"){
const err18 = {instancePath:instancePath+"/blocks/" + i0+"/show/title",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var valid7 = _errs32 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.without !== undefined && func0.call(data8, "without")){
let data11 = data8.without;
const _errs34 = errors;
if(errors === _errs34){
if(Array.isArray(data11)){
if(data11.length > 128){
const err19 = {instancePath:instancePath+"/blocks/" + i0+"/show/without",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/without/maxItems",keyword:"maxItems",params:{limit: 128},message:"must NOT have more than 128 items"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
var valid8 = true;
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
const _errs36 = errors;
if(typeof data11[i2] !== "string"){
const err20 = {instancePath:instancePath+"/blocks/" + i0+"/show/without/" + i2,schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/without/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var valid8 = _errs36 === errors;
if(!valid8){
break;
}
}
}
}
else {
const err21 = {instancePath:instancePath+"/blocks/" + i0+"/show/without",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/without/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
var valid7 = _errs34 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.columns !== undefined && func0.call(data8, "columns")){
let data13 = data8.columns;
const _errs38 = errors;
if(errors === _errs38){
if(Array.isArray(data13)){
var valid9 = true;
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
let data14 = data13[i3];
const _errs40 = errors;
if(errors === _errs40){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing5;
if((((data14.title === undefined) || (!(func0.call(data14, "title")))) && (missing5 = "title")) || (((data14.path === undefined) || (!(func0.call(data14, "path")))) && (missing5 = "path"))){
const err22 = {instancePath:instancePath+"/blocks/" + i0+"/show/columns/" + i3,schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/columns/items/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
else {
const _errs42 = errors;
for(const key5 of Object.keys(data14)){
if(!((key5 === "title") || (key5 === "path"))){
const err23 = {instancePath:instancePath+"/blocks/" + i0+"/show/columns/" + i3,schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/columns/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
break;
}
}
if(_errs42 === errors){
if(data14.title !== undefined && func0.call(data14, "title")){
const _errs43 = errors;
if(typeof data14.title !== "string"){
const err24 = {instancePath:instancePath+"/blocks/" + i0+"/show/columns/" + i3+"/title",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/columns/items/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var valid10 = _errs43 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data14.path !== undefined && func0.call(data14, "path")){
const _errs45 = errors;
if(typeof data14.path !== "string"){
const err25 = {instancePath:instancePath+"/blocks/" + i0+"/show/columns/" + i3+"/path",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/columns/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var valid10 = _errs45 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
else {
const err26 = {instancePath:instancePath+"/blocks/" + i0+"/show/columns/" + i3,schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/columns/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
var valid9 = _errs40 === errors;
if(!valid9){
break;
}
}
}
else {
const err27 = {instancePath:instancePath+"/blocks/" + i0+"/show/columns",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/columns/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
var valid7 = _errs38 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.next !== undefined && func0.call(data8, "next")){
let data17 = data8.next;
const _errs47 = errors;
if(errors === _errs47){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing6;
if(((((data17.tool === undefined) || (!(func0.call(data17, "tool")))) && (missing6 = "tool")) || (((data17.arguments === undefined) || (!(func0.call(data17, "arguments")))) && (missing6 = "arguments"))) || (((data17.cursor === undefined) || (!(func0.call(data17, "cursor")))) && (missing6 = "cursor"))){
const err28 = {instancePath:instancePath+"/blocks/" + i0+"/show/next",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/next/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
else {
const _errs49 = errors;
for(const key6 of Object.keys(data17)){
if(!(((key6 === "tool") || (key6 === "arguments")) || (key6 === "cursor"))){
const err29 = {instancePath:instancePath+"/blocks/" + i0+"/show/next",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/next/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
break;
}
}
if(_errs49 === errors){
if(data17.tool !== undefined && func0.call(data17, "tool")){
const _errs50 = errors;
if(typeof data17.tool !== "string"){
const err30 = {instancePath:instancePath+"/blocks/" + i0+"/show/next/tool",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/next/properties/tool/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var valid11 = _errs50 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data17.arguments !== undefined && func0.call(data17, "arguments")){
let data19 = data17.arguments;
const _errs52 = errors;
if(errors === _errs52){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
}
else {
const err31 = {instancePath:instancePath+"/blocks/" + i0+"/show/next/arguments",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/next/properties/arguments/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
var valid11 = _errs52 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data17.cursor !== undefined && func0.call(data17, "cursor")){
const _errs55 = errors;
if(typeof data17.cursor !== "string"){
const err32 = {instancePath:instancePath+"/blocks/" + i0+"/show/next/cursor",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/next/properties/cursor/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var valid11 = _errs55 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
}
else {
const err33 = {instancePath:instancePath+"/blocks/" + i0+"/show/next",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/properties/next/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
var valid7 = _errs47 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
}
else {
const err34 = {instancePath:instancePath+"/blocks/" + i0+"/show",schemaPath:"#/properties/blocks/items/oneOf/2/properties/show/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
var valid6 = _errs27 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
else {
const err35 = {instancePath:instancePath+"/blocks/" + i0,schemaPath:"#/properties/blocks/items/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
var _valid0 = _errs22 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid2 = true;
passing0 = 2;
}
}
}
if(!valid2){
const err36 = {instancePath:instancePath+"/blocks/" + i0,schemaPath:"#/properties/blocks/items/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/blocks",schemaPath:"#/properties/blocks/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bytes !== undefined && func0.call(data, "bytes")){
let data21 = data.bytes;
const _errs57 = errors;
if(!((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21)))){
validate10.errors = [{instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs57){
if(typeof data21 == "number"){
if(data21 > 16777216 || isNaN(data21)){
validate10.errors = [{instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16777216},message:"must be <= 16777216"}];
return false;
}
else {
if(data21 < 512 || isNaN(data21)){
validate10.errors = [{instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 512},message:"must be >= 512"}];
return false;
}
}
}
}
var valid0 = _errs57 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate;
})();

export const catalog = (() => {
const validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://portcullis.dev/schemas/catalog.json","type":"object","additionalProperties":false,"required":["tools","prompts","instructions"],"properties":{"tools":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","title","description","arguments","hints"],"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9_]{0,63}$"},"title":{"type":"string"},"description":{"type":"string"},"arguments":{"type":"object","additionalProperties":true},"hints":{"type":"object","additionalProperties":false,"required":["readOnly","destructive","idempotent","openWorld"],"properties":{"readOnly":{"type":"boolean"},"destructive":{"type":"boolean"},"idempotent":{"type":"boolean"},"openWorld":{"type":"boolean"}}},"examples":{"type":"array","items":{"type":"object","additionalProperties":true}}}}},"prompts":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","title","description","arguments","text"],"properties":{"name":{"type":"string"},"title":{"type":"string"},"description":{"type":"string"},"arguments":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","description","required"],"properties":{"name":{"type":"string"},"description":{"type":"string"},"required":{"type":"boolean"},"complete":{"type":"object","additionalProperties":false,"required":["tool","arguments"],"properties":{"tool":{"type":"string"},"arguments":{"type":"object","additionalProperties":true}}}}}},"text":{"type":"string"}}}},"instructions":{"type":"string"}}};
const func0 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^[a-z][a-z0-9_]{0,63}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://portcullis.dev/schemas/catalog.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.tools === undefined) || (!(func0.call(data, "tools")))) && (missing0 = "tools")) || (((data.prompts === undefined) || (!(func0.call(data, "prompts")))) && (missing0 = "prompts"))) || (((data.instructions === undefined) || (!(func0.call(data, "instructions")))) && (missing0 = "instructions"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((key0 === "tools") || (key0 === "prompts")) || (key0 === "instructions"))){
validate10.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.tools !== undefined && func0.call(data, "tools")){
let data0 = data.tools;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((((((data1.name === undefined) || (!(func0.call(data1, "name")))) && (missing1 = "name")) || (((data1.title === undefined) || (!(func0.call(data1, "title")))) && (missing1 = "title"))) || (((data1.description === undefined) || (!(func0.call(data1, "description")))) && (missing1 = "description"))) || (((data1.arguments === undefined) || (!(func0.call(data1, "arguments")))) && (missing1 = "arguments"))) || (((data1.hints === undefined) || (!(func0.call(data1, "hints")))) && (missing1 = "hints"))){
validate10.errors = [{instancePath:instancePath+"/tools/" + i0,schemaPath:"#/properties/tools/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs6 = errors;
for(const key1 of Object.keys(data1)){
if(!((((((key1 === "name") || (key1 === "title")) || (key1 === "description")) || (key1 === "arguments")) || (key1 === "hints")) || (key1 === "examples"))){
validate10.errors = [{instancePath:instancePath+"/tools/" + i0,schemaPath:"#/properties/tools/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs6 === errors){
if(data1.name !== undefined && func0.call(data1, "name")){
let data2 = data1.name;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/tools/" + i0+"/name",schemaPath:"#/properties/tools/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tools/" + i0+"/name",schemaPath:"#/properties/tools/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.title !== undefined && func0.call(data1, "title")){
const _errs9 = errors;
if(typeof data1.title !== "string"){
validate10.errors = [{instancePath:instancePath+"/tools/" + i0+"/title",schemaPath:"#/properties/tools/items/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.description !== undefined && func0.call(data1, "description")){
const _errs11 = errors;
if(typeof data1.description !== "string"){
validate10.errors = [{instancePath:instancePath+"/tools/" + i0+"/description",schemaPath:"#/properties/tools/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.arguments !== undefined && func0.call(data1, "arguments")){
let data5 = data1.arguments;
const _errs13 = errors;
if(errors === _errs13){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
}
else {
validate10.errors = [{instancePath:instancePath+"/tools/" + i0+"/arguments",schemaPath:"#/properties/tools/items/properties/arguments/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.hints !== undefined && func0.call(data1, "hints")){
let data6 = data1.hints;
const _errs16 = errors;
if(errors === _errs16){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing2;
if((((((data6.readOnly === undefined) || (!(func0.call(data6, "readOnly")))) && (missing2 = "readOnly")) || (((data6.destructive === undefined) || (!(func0.call(data6, "destructive")))) && (missing2 = "destructive"))) || (((data6.idempotent === undefined) || (!(func0.call(data6, "idempotent")))) && (missing2 = "idempotent"))) || (((data6.openWorld === undefined) || (!(func0.call(data6, "openWorld")))) && (missing2 = "openWorld"))){
validate10.errors = [{instancePath:instancePath+"/tools/" + i0+"/hints",schemaPath:"#/properties/tools/items/properties/hints/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs18 = errors;
for(const key2 of Object.keys(data6)){
if(!((((key2 === "readOnly") || (key2 === "destructive")) || (key2 === "idempotent")) || (key2 === "openWorld"))){
validate10.errors = [{instancePath:instancePath+"/tools/" + i0+"/hints",schemaPath:"#/properties/tools/items/properties/hints/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs18 === errors){
if(data6.readOnly !== undefined && func0.call(data6, "readOnly")){
const _errs19 = errors;
if(typeof data6.readOnly !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/tools/" + i0+"/hints/readOnly",schemaPath:"#/properties/tools/items/properties/hints/properties/readOnly/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.destructive !== undefined && func0.call(data6, "destructive")){
const _errs21 = errors;
if(typeof data6.destructive !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/tools/" + i0+"/hints/destructive",schemaPath:"#/properties/tools/items/properties/hints/properties/destructive/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.idempotent !== undefined && func0.call(data6, "idempotent")){
const _errs23 = errors;
if(typeof data6.idempotent !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/tools/" + i0+"/hints/idempotent",schemaPath:"#/properties/tools/items/properties/hints/properties/idempotent/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.openWorld !== undefined && func0.call(data6, "openWorld")){
const _errs25 = errors;
if(typeof data6.openWorld !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/tools/" + i0+"/hints/openWorld",schemaPath:"#/properties/tools/items/properties/hints/properties/openWorld/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid3 = _errs25 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tools/" + i0+"/hints",schemaPath:"#/properties/tools/items/properties/hints/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs16 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.examples !== undefined && func0.call(data1, "examples")){
let data11 = data1.examples;
const _errs27 = errors;
if(errors === _errs27){
if(Array.isArray(data11)){
var valid4 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
const _errs29 = errors;
if(errors === _errs29){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
}
else {
validate10.errors = [{instancePath:instancePath+"/tools/" + i0+"/examples/" + i1,schemaPath:"#/properties/tools/items/properties/examples/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs29 === errors;
if(!valid4){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tools/" + i0+"/examples",schemaPath:"#/properties/tools/items/properties/examples/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs27 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tools/" + i0,schemaPath:"#/properties/tools/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tools",schemaPath:"#/properties/tools/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.prompts !== undefined && func0.call(data, "prompts")){
let data13 = data.prompts;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data13)){
var valid5 = true;
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
const _errs34 = errors;
if(errors === _errs34){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing3;
if(((((((data14.name === undefined) || (!(func0.call(data14, "name")))) && (missing3 = "name")) || (((data14.title === undefined) || (!(func0.call(data14, "title")))) && (missing3 = "title"))) || (((data14.description === undefined) || (!(func0.call(data14, "description")))) && (missing3 = "description"))) || (((data14.arguments === undefined) || (!(func0.call(data14, "arguments")))) && (missing3 = "arguments"))) || (((data14.text === undefined) || (!(func0.call(data14, "text")))) && (missing3 = "text"))){
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2,schemaPath:"#/properties/prompts/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs36 = errors;
for(const key3 of Object.keys(data14)){
if(!(((((key3 === "name") || (key3 === "title")) || (key3 === "description")) || (key3 === "arguments")) || (key3 === "text"))){
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2,schemaPath:"#/properties/prompts/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs36 === errors){
if(data14.name !== undefined && func0.call(data14, "name")){
const _errs37 = errors;
if(typeof data14.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/name",schemaPath:"#/properties/prompts/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs37 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data14.title !== undefined && func0.call(data14, "title")){
const _errs39 = errors;
if(typeof data14.title !== "string"){
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/title",schemaPath:"#/properties/prompts/items/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs39 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data14.description !== undefined && func0.call(data14, "description")){
const _errs41 = errors;
if(typeof data14.description !== "string"){
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/description",schemaPath:"#/properties/prompts/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs41 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data14.arguments !== undefined && func0.call(data14, "arguments")){
let data18 = data14.arguments;
const _errs43 = errors;
if(errors === _errs43){
if(Array.isArray(data18)){
var valid7 = true;
const len3 = data18.length;
for(let i3=0; i3<len3; i3++){
let data19 = data18[i3];
const _errs45 = errors;
if(errors === _errs45){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing4;
if(((((data19.name === undefined) || (!(func0.call(data19, "name")))) && (missing4 = "name")) || (((data19.description === undefined) || (!(func0.call(data19, "description")))) && (missing4 = "description"))) || (((data19.required === undefined) || (!(func0.call(data19, "required")))) && (missing4 = "required"))){
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/arguments/" + i3,schemaPath:"#/properties/prompts/items/properties/arguments/items/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs47 = errors;
for(const key4 of Object.keys(data19)){
if(!((((key4 === "name") || (key4 === "description")) || (key4 === "required")) || (key4 === "complete"))){
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/arguments/" + i3,schemaPath:"#/properties/prompts/items/properties/arguments/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs47 === errors){
if(data19.name !== undefined && func0.call(data19, "name")){
const _errs48 = errors;
if(typeof data19.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/arguments/" + i3+"/name",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs48 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data19.description !== undefined && func0.call(data19, "description")){
const _errs50 = errors;
if(typeof data19.description !== "string"){
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/arguments/" + i3+"/description",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs50 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data19.required !== undefined && func0.call(data19, "required")){
const _errs52 = errors;
if(typeof data19.required !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/arguments/" + i3+"/required",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid8 = _errs52 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data19.complete !== undefined && func0.call(data19, "complete")){
let data23 = data19.complete;
const _errs54 = errors;
if(errors === _errs54){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
let missing5;
if((((data23.tool === undefined) || (!(func0.call(data23, "tool")))) && (missing5 = "tool")) || (((data23.arguments === undefined) || (!(func0.call(data23, "arguments")))) && (missing5 = "arguments"))){
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/arguments/" + i3+"/complete",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/complete/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs56 = errors;
for(const key5 of Object.keys(data23)){
if(!((key5 === "tool") || (key5 === "arguments"))){
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/arguments/" + i3+"/complete",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/complete/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs56 === errors){
if(data23.tool !== undefined && func0.call(data23, "tool")){
const _errs57 = errors;
if(typeof data23.tool !== "string"){
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/arguments/" + i3+"/complete/tool",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/complete/properties/tool/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid9 = _errs57 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data23.arguments !== undefined && func0.call(data23, "arguments")){
let data25 = data23.arguments;
const _errs59 = errors;
if(errors === _errs59){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
}
else {
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/arguments/" + i3+"/complete/arguments",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/complete/properties/arguments/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid9 = _errs59 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/arguments/" + i3+"/complete",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/complete/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid8 = _errs54 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/arguments/" + i3,schemaPath:"#/properties/prompts/items/properties/arguments/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid7 = _errs45 === errors;
if(!valid7){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/arguments",schemaPath:"#/properties/prompts/items/properties/arguments/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid6 = _errs43 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data14.text !== undefined && func0.call(data14, "text")){
const _errs62 = errors;
if(typeof data14.text !== "string"){
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2+"/text",schemaPath:"#/properties/prompts/items/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs62 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/prompts/" + i2,schemaPath:"#/properties/prompts/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs34 === errors;
if(!valid5){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/prompts",schemaPath:"#/properties/prompts/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.instructions !== undefined && func0.call(data, "instructions")){
const _errs64 = errors;
if(typeof data.instructions !== "string"){
validate10.errors = [{instancePath:instancePath+"/instructions",schemaPath:"#/properties/instructions/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs64 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate;
})();

export const config = (() => {
const validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://portcullis.dev/schemas/config.json","type":"object","additionalProperties":false,"required":["namespaces","clusters","verbs","grants","secrets","subresources","fields","selectors","limits","output","windows","writes","workload","approval","shadow","prompts","instructions","log","own","diagnosis"],"properties":{"namespaces":{"type":"object","additionalProperties":false,"required":["allow","deny"],"properties":{"allow":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9*-]+$","maxLength":64}},"deny":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9*-]+$","maxLength":64}}}},"clusters":{"type":"object","additionalProperties":false,"required":["allow","deny","labels"],"properties":{"allow":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9._:@*-]+$","maxLength":253}},"deny":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9._:@*-]+$","maxLength":253}},"labels":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9._:@*-]+$","maxLength":253}}}}},"verbs":{"type":"object","additionalProperties":false,"required":["read","write","never"],"properties":{"read":{"type":"array","items":{"type":"string","enum":["get","list"]}},"write":{"type":"array","items":{"type":"string","enum":["create","update","patch","delete"]}},"never":{"type":"array","items":{"type":"string","enum":["deletecollection","get","list","create","update","patch","delete"]},"contains":{"const":"deletecollection"}}}},"grants":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["verbs","apiGroups","resources","namespaces"],"properties":{"verbs":{"type":"array","items":{"type":"string","enum":["get","list","create","update","patch","delete"]},"minItems":1},"apiGroups":{"type":"array","items":{"type":"string","pattern":"^([a-z0-9.-]+|\\*)?$","maxLength":253},"minItems":1},"resources":{"type":"array","items":{"type":"string","pattern":"^([a-z0-9-]+(/[a-z]+)?|\\*)$","maxLength":128},"minItems":1},"namespaces":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9*-]+$","maxLength":64}}}}},"secrets":{"type":"object","additionalProperties":false,"required":["resources","kinds","groups","subresources"],"properties":{"resources":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*-]+$","maxLength":253},"contains":{"const":"secrets"}},"kinds":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*-]+$","maxLength":253},"contains":{"const":"secret"}},"groups":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*-]+$","maxLength":253}},"subresources":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*-]+$","maxLength":253},"contains":{"const":"token"}}}},"subresources":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","pattern":"^[a-z]+$","maxLength":64}}},"fields":{"type":"object","additionalProperties":false,"required":["common","otherwise","text","read","columns","include","parts"],"properties":{"common":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$","minLength":1,"maxLength":256}},"otherwise":{"type":"object","additionalProperties":false,"required":["read","columns"],"properties":{"read":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$","minLength":1,"maxLength":256}},"columns":{"type":"array","items":{"type":"string","minLength":1,"maxLength":64}}}},"text":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9./-]+$","maxLength":253}},"read":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$","minLength":1,"maxLength":256}}},"columns":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","minLength":1,"maxLength":64}}},"include":{"type":"object","additionalProperties":{"type":"object","additionalProperties":{"type":"string","pattern":"^[A-Za-z0-9]+$"}}},"parts":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$","minLength":1,"maxLength":256}}}}},"selectors":{"type":"object","additionalProperties":false,"required":["labels","fields","maxLength","common","kinds"],"properties":{"labels":{"type":"boolean"},"fields":{"type":"boolean"},"maxLength":{"type":"integer","minimum":1,"maximum":4096},"common":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$","minLength":1,"maxLength":256}},"kinds":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$","minLength":1,"maxLength":256}}}}},"limits":{"type":"object","additionalProperties":false,"required":["items","itemsDefault","eventsDefault","lines","linesDefault","lineBytes","bytes","namespacesPerList"],"properties":{"items":{"type":"integer","minimum":1,"maximum":1000000},"itemsDefault":{"type":"integer","minimum":1,"maximum":1000000},"eventsDefault":{"type":"integer","minimum":1,"maximum":1000000},"lines":{"type":"integer","minimum":1,"maximum":1000000},"linesDefault":{"type":"integer","minimum":1,"maximum":1000000},"lineBytes":{"type":"integer","minimum":16,"maximum":1048576},"bytes":{"type":"integer","minimum":256,"maximum":16777216},"namespacesPerList":{"type":"integer","minimum":1,"maximum":60}}},"output":{"type":"object","additionalProperties":false,"required":["redact","classify"],"properties":{"redact":{"type":"object","additionalProperties":false,"required":["profile","words"],"properties":{"profile":{"type":"string","enum":["standard","strict"]},"words":{"type":"array","items":{"type":"string","minLength":1,"maxLength":64},"maxItems":64}}},"classify":{"type":"object","additionalProperties":false,"required":["otherwise","kinds"],"properties":{"otherwise":{"type":"string","enum":["public","internal","confidential","restricted"]},"kinds":{"type":"object","additionalProperties":{"type":"string","enum":["public","internal","confidential","restricted"]}}}}}},"windows":{"type":"object","additionalProperties":false,"required":["enabled","open"],"properties":{"enabled":{"type":"boolean"},"open":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["weekdays","from","to"],"properties":{"weekdays":{"type":"array","items":{"type":"string","enum":["Mon","Tue","Wed","Thu","Fri","Sat","Sun"]},"minItems":1},"from":{"type":"string","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9]$"},"to":{"type":"string","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9]$"}}}}}},"writes":{"type":"object","additionalProperties":false,"required":["fields","identity","closed","pathsShown","restart","replicas","fieldManager","force","access","offLabels","tools","manifest","first","waitSeconds"],"properties":{"fields":{"type":"object","additionalProperties":{"type":"object","additionalProperties":false,"required":["add","replace","remove"],"properties":{"add":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_*$/.\\[\\]\" -]+$","minLength":1,"maxLength":256}},"replace":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_*$/.\\[\\]\" -]+$","minLength":1,"maxLength":256}},"remove":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_*$/.\\[\\]\" -]+$","minLength":1,"maxLength":256}},"create":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_*$/.\\[\\]\" -]+$","minLength":1,"maxLength":256}}}}},"identity":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_*$/.\\[\\]\" -]+$","minLength":1,"maxLength":256}},"closed":{"type":"object","additionalProperties":false,"required":["kinds","fields","namespaceLabels"],"properties":{"kinds":{"type":"object","additionalProperties":false,"required":["rbac","accounts","webhooks","kinds","nodes","namespaces","priorities","storage","guardrails","certificates"],"properties":{"rbac":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*/-]+$","minLength":1,"maxLength":253}},"accounts":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*/-]+$","minLength":1,"maxLength":253}},"webhooks":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*/-]+$","minLength":1,"maxLength":253}},"kinds":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*/-]+$","minLength":1,"maxLength":253}},"nodes":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*/-]+$","minLength":1,"maxLength":253}},"namespaces":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*/-]+$","minLength":1,"maxLength":253}},"priorities":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*/-]+$","minLength":1,"maxLength":253}},"storage":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*/-]+$","minLength":1,"maxLength":253}},"guardrails":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*/-]+$","minLength":1,"maxLength":253}},"certificates":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*/-]+$","minLength":1,"maxLength":253}}}},"fields":{"type":"object","additionalProperties":false,"required":["status","finalizers","owners","ephemeral"],"properties":{"status":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_*$/.\\[\\]\" -]+$","minLength":1,"maxLength":256}},"finalizers":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_*$/.\\[\\]\" -]+$","minLength":1,"maxLength":256}},"owners":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_*$/.\\[\\]\" -]+$","minLength":1,"maxLength":256}},"ephemeral":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_*$/.\\[\\]\" -]+$","minLength":1,"maxLength":256}}}},"namespaceLabels":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9._/*-]+$","maxLength":253}}}},"pathsShown":{"type":"integer","minimum":1,"maximum":100},"restart":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_*$/.\\[\\]\" -]+$","minLength":1,"maxLength":256}},"replicas":{"type":"object","additionalProperties":false,"required":["min","max","fields"],"properties":{"min":{"type":"integer","minimum":0,"maximum":100000},"max":{"type":"integer","minimum":0,"maximum":100000},"fields":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_*$/.\\[\\]\" -]+$","minLength":1,"maxLength":256}}}},"fieldManager":{"type":"string","pattern":"^[A-Za-z0-9._/-]+$","maxLength":128},"force":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*/-]+$","minLength":1,"maxLength":253}},"access":{"type":"boolean"},"offLabels":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9._*-]*$","maxLength":64}}},"tools":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","enum":["create","update","patch","delete"]},"minItems":1}},"manifest":{"type":"object","additionalProperties":false,"required":["objects"],"properties":{"objects":{"type":"integer","minimum":1,"maximum":50}}},"first":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9./-]+$","maxLength":253}},"waitSeconds":{"type":"integer","minimum":1,"maximum":3600}}},"workload":{"type":"object","additionalProperties":false,"required":["templates","containers","closed","capabilities","hostPaths","serviceAccounts","automount","images"],"properties":{"templates":{"type":"object","additionalProperties":{"type":"string","pattern":"^[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*$","maxLength":256}},"containers":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9]+$","maxLength":64},"minItems":1},"closed":{"type":"object","additionalProperties":false,"required":["privileged","host","escalation","rootUser","unconfined"],"properties":{"privileged":{"type":"object","additionalProperties":{"type":"array","items":{"type":["boolean","integer","string"]}}},"host":{"type":"object","additionalProperties":{"type":"array","items":{"type":["boolean","integer","string"]}}},"escalation":{"type":"object","additionalProperties":{"type":"array","items":{"type":["boolean","integer","string"]}}},"rootUser":{"type":"object","additionalProperties":{"type":"array","items":{"type":["boolean","integer","string"]}}},"unconfined":{"type":"object","additionalProperties":{"type":"array","items":{"type":["boolean","integer","string"]}}}}},"capabilities":{"type":"array","items":{"type":"string","pattern":"^[A-Z_]+$","maxLength":64}},"hostPaths":{"type":"array","items":{"type":"string","pattern":"^[ -\\[\\]-~]*$","maxLength":253}},"serviceAccounts":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*-]+$","maxLength":253}},"automount":{"type":"boolean"},"images":{"type":"object","additionalProperties":false,"required":["allow","deny","tagsDenied"],"properties":{"allow":{"type":"array","items":{"type":"string","pattern":"^[ -\\[\\]-~]*$","maxLength":253}},"deny":{"type":"array","items":{"type":"string","pattern":"^[ -\\[\\]-~]*$","maxLength":253}},"tagsDenied":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9._-]*$","maxLength":128}}}}}},"approval":{"type":"object","additionalProperties":false,"required":["methods","approvers","quorum","requestWithinSeconds","useWithinSeconds","waitSeconds","notRequester","groups","stricter","skewSeconds"],"properties":{"methods":{"type":"array","items":{"type":"string","enum":["argument","elicitation","page","cli","kubernetes"]}},"approvers":{"type":"array","items":{"type":"string","pattern":"^[ -\\[\\]-~]*$","minLength":1,"maxLength":253}},"quorum":{"type":"integer","minimum":1,"maximum":16},"requestWithinSeconds":{"type":"integer","minimum":1,"maximum":604800},"useWithinSeconds":{"type":"integer","minimum":1,"maximum":86400},"waitSeconds":{"type":"integer","minimum":0,"maximum":3600},"notRequester":{"type":"boolean"},"groups":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","pattern":"^[ -\\[\\]-~]*$","minLength":1,"maxLength":253}}},"stricter":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["verbs","apiGroups","resources","namespaces","clusterLabels"],"properties":{"verbs":{"type":"array","items":{"type":"string","pattern":"^[a-z*]+$","maxLength":32},"minItems":1},"apiGroups":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9.*-]*$","maxLength":253},"minItems":1},"resources":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9*/-]+$","maxLength":128},"minItems":1},"namespaces":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9*-]+$","maxLength":64},"minItems":1},"clusterLabels":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9._:@*-]+$","maxLength":253}}},"methods":{"type":"array","items":{"type":"string","enum":["argument","elicitation","page","cli","kubernetes"]}},"approvers":{"type":"array","items":{"type":"string","pattern":"^[ -\\[\\]-~]*$","minLength":1,"maxLength":253}},"quorum":{"type":"integer","minimum":1,"maximum":16},"notRequester":{"type":"boolean"},"requestWithinSeconds":{"type":"integer","minimum":1,"maximum":604800},"useWithinSeconds":{"type":"integer","minimum":1,"maximum":86400}}}},"skewSeconds":{"type":"integer","minimum":0,"maximum":600}}},"shadow":{"type":"object","additionalProperties":false,"required":["codes"],"properties":{"codes":{"type":"array","items":{"type":"string","pattern":"^[a-z][a-z0-9_]*$","maxLength":64}}}},"prompts":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","title","description","arguments","text"],"properties":{"name":{"type":"string"},"title":{"type":"string"},"description":{"type":"string"},"arguments":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","description","required"],"properties":{"name":{"type":"string"},"description":{"type":"string"},"required":{"type":"boolean"},"complete":{"type":"object","additionalProperties":false,"required":["tool","arguments"],"properties":{"tool":{"type":"string"},"arguments":{"type":"object","additionalProperties":true}}}}}},"text":{"type":"string"}}}},"instructions":{"type":"string","maxLength":4096},"log":{"type":"object","additionalProperties":false,"required":["mask","maskNames"],"properties":{"mask":{"type":"array","items":{"type":"string","pattern":"^/(input|result)(/[A-Za-z0-9_~-]+)+$","maxLength":256}},"maskNames":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9_.*-]+$","maxLength":64}}}},"own":{"type":"object","additionalProperties":true},"diagnosis":{"type":"object","additionalProperties":false,"required":["tokens","requests","laps","objects","samples","events","logs","logLines","recentMinutes","restarts","patienceMinutes","nearest","conditions","owned","stages","says","lines"],"properties":{"tokens":{"type":"integer","minimum":200,"maximum":100000},"requests":{"type":"integer","minimum":4,"maximum":60},"laps":{"type":"integer","minimum":1,"maximum":4},"objects":{"type":"integer","minimum":1,"maximum":500},"samples":{"type":"integer","minimum":1,"maximum":100},"events":{"type":"integer","minimum":1,"maximum":1000},"logs":{"type":"integer","minimum":0,"maximum":20},"logLines":{"type":"integer","minimum":1,"maximum":1000},"recentMinutes":{"type":"integer","minimum":1,"maximum":100000},"restarts":{"type":"integer","minimum":1,"maximum":1000},"patienceMinutes":{"type":"integer","minimum":1,"maximum":100000},"nearest":{"type":"integer","minimum":0,"maximum":50},"conditions":{"type":"object","additionalProperties":false,"required":["bad","neutral"],"properties":{"bad":{"type":"array","maxItems":256,"items":{"type":"string","pattern":"^[A-Za-z0-9*]+$","maxLength":128}},"neutral":{"type":"array","maxItems":256,"items":{"type":"string","pattern":"^[A-Za-z0-9*]+$","maxLength":128}}}},"owned":{"type":"object","required":["*"],"additionalProperties":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[A-Za-z0-9./-]+$","maxLength":253}}},"stages":{"type":"array","minItems":1,"maxItems":64,"items":{"type":"string","pattern":"^[a-z_]+$"}},"says":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","minLength":3,"maxLength":100}},"propertyNames":{"pattern":"^[a-z_]+$"}},"lines":{"type":"object","additionalProperties":false,"required":["calm","warning","grave","fatal","harmless","ending","listening","orders"],"properties":{"calm":{"type":"array","items":{"type":"string","minLength":1,"maxLength":100}},"warning":{"type":"array","items":{"type":"string","minLength":1,"maxLength":100}},"grave":{"type":"array","items":{"type":"string","minLength":1,"maxLength":100}},"fatal":{"type":"array","items":{"type":"string","minLength":1,"maxLength":100}},"harmless":{"type":"array","items":{"type":"string","minLength":1,"maxLength":100}},"ending":{"type":"array","items":{"type":"string","minLength":1,"maxLength":100}},"listening":{"type":"array","items":{"type":"string","minLength":1,"maxLength":100}},"orders":{"type":"array","items":{"type":"string","minLength":1,"maxLength":100}}}}}}}};
const func0 = Object.prototype.hasOwnProperty;
const func70 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[a-z0-9*-]+$", "u");
const pattern2 = new RegExp("^[A-Za-z0-9._:@*-]+$", "u");
const pattern5 = new RegExp("^([a-z0-9.-]+|\\*)?$", "u");
const pattern6 = new RegExp("^([a-z0-9-]+(/[a-z]+)?|\\*)$", "u");
const pattern8 = new RegExp("^[a-z0-9.*-]+$", "u");
const pattern12 = new RegExp("^[a-z]+$", "u");
const pattern13 = new RegExp("^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$", "u");
const pattern15 = new RegExp("^[a-z0-9./-]+$", "u");
const pattern17 = new RegExp("^[A-Za-z0-9]+$", "u");
const pattern21 = new RegExp("^([01][0-9]|2[0-3]):[0-5][0-9]$", "u");
const pattern23 = new RegExp("^[A-Za-z0-9_*$/.\\[\\]\" -]+$", "u");
const pattern28 = new RegExp("^[a-z0-9.*/-]+$", "u");
const pattern42 = new RegExp("^[A-Za-z0-9._/*-]+$", "u");
const pattern45 = new RegExp("^[A-Za-z0-9._/-]+$", "u");
const pattern47 = new RegExp("^[A-Za-z0-9._*-]*$", "u");
const pattern48 = new RegExp("^[A-Za-z0-9./-]+$", "u");
const pattern49 = new RegExp("^[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*$", "u");
const pattern51 = new RegExp("^[A-Z_]+$", "u");
const pattern52 = new RegExp("^[ -\\[\\]-~]*$", "u");
const pattern56 = new RegExp("^[A-Za-z0-9._-]*$", "u");
const pattern59 = new RegExp("^[a-z*]+$", "u");
const pattern60 = new RegExp("^[a-z0-9.*-]*$", "u");
const pattern61 = new RegExp("^[a-z0-9*/-]+$", "u");
const pattern65 = new RegExp("^[a-z][a-z0-9_]*$", "u");
const pattern66 = new RegExp("^/(input|result)(/[A-Za-z0-9_~-]+)+$", "u");
const pattern67 = new RegExp("^[a-z0-9_.*-]+$", "u");
const pattern68 = new RegExp("^[A-Za-z0-9*]+$", "u");
const pattern71 = new RegExp("^[a-z_]+$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://portcullis.dev/schemas/config.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.namespaces === undefined) || (!(func0.call(data, "namespaces")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "namespaces"},message:"must have required property '"+"namespaces"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.clusters === undefined) || (!(func0.call(data, "clusters")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "clusters"},message:"must have required property '"+"clusters"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.verbs === undefined) || (!(func0.call(data, "verbs")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "verbs"},message:"must have required property '"+"verbs"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.grants === undefined) || (!(func0.call(data, "grants")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "grants"},message:"must have required property '"+"grants"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.secrets === undefined) || (!(func0.call(data, "secrets")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "secrets"},message:"must have required property '"+"secrets"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data.subresources === undefined) || (!(func0.call(data, "subresources")))){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "subresources"},message:"must have required property '"+"subresources"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((data.fields === undefined) || (!(func0.call(data, "fields")))){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "fields"},message:"must have required property '"+"fields"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((data.selectors === undefined) || (!(func0.call(data, "selectors")))){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "selectors"},message:"must have required property '"+"selectors"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((data.limits === undefined) || (!(func0.call(data, "limits")))){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "limits"},message:"must have required property '"+"limits"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((data.output === undefined) || (!(func0.call(data, "output")))){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "output"},message:"must have required property '"+"output"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((data.windows === undefined) || (!(func0.call(data, "windows")))){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "windows"},message:"must have required property '"+"windows"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((data.writes === undefined) || (!(func0.call(data, "writes")))){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "writes"},message:"must have required property '"+"writes"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((data.workload === undefined) || (!(func0.call(data, "workload")))){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "workload"},message:"must have required property '"+"workload"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((data.approval === undefined) || (!(func0.call(data, "approval")))){
const err13 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "approval"},message:"must have required property '"+"approval"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((data.shadow === undefined) || (!(func0.call(data, "shadow")))){
const err14 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "shadow"},message:"must have required property '"+"shadow"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((data.prompts === undefined) || (!(func0.call(data, "prompts")))){
const err15 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "prompts"},message:"must have required property '"+"prompts"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((data.instructions === undefined) || (!(func0.call(data, "instructions")))){
const err16 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "instructions"},message:"must have required property '"+"instructions"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((data.log === undefined) || (!(func0.call(data, "log")))){
const err17 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "log"},message:"must have required property '"+"log"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((data.own === undefined) || (!(func0.call(data, "own")))){
const err18 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "own"},message:"must have required property '"+"own"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((data.diagnosis === undefined) || (!(func0.call(data, "diagnosis")))){
const err19 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "diagnosis"},message:"must have required property '"+"diagnosis"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema11.properties, key0))){
const err20 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.namespaces !== undefined && func0.call(data, "namespaces")){
let data0 = data.namespaces;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.allow === undefined) || (!(func0.call(data0, "allow")))){
const err21 = {instancePath:instancePath+"/namespaces",schemaPath:"#/properties/namespaces/required",keyword:"required",params:{missingProperty: "allow"},message:"must have required property '"+"allow"+"'",schema:schema11.properties.namespaces.required,parentSchema:schema11.properties.namespaces,data:data0};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((data0.deny === undefined) || (!(func0.call(data0, "deny")))){
const err22 = {instancePath:instancePath+"/namespaces",schemaPath:"#/properties/namespaces/required",keyword:"required",params:{missingProperty: "deny"},message:"must have required property '"+"deny"+"'",schema:schema11.properties.namespaces.required,parentSchema:schema11.properties.namespaces,data:data0};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key1 of Object.keys(data0)){
if(!((key1 === "allow") || (key1 === "deny"))){
const err23 = {instancePath:instancePath+"/namespaces",schemaPath:"#/properties/namespaces/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.namespaces,data:data0};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data0.allow !== undefined && func0.call(data0, "allow")){
let data1 = data0.allow;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(func70(data2) > 64){
const err24 = {instancePath:instancePath+"/namespaces/allow/" + i0,schemaPath:"#/properties/namespaces/properties/allow/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.namespaces.properties.allow.items,data:data2};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!pattern0.test(data2)){
const err25 = {instancePath:instancePath+"/namespaces/allow/" + i0,schemaPath:"#/properties/namespaces/properties/allow/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*-]+$"},message:"must match pattern \""+"^[a-z0-9*-]+$"+"\"",schema:"^[a-z0-9*-]+$",parentSchema:schema11.properties.namespaces.properties.allow.items,data:data2};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/namespaces/allow/" + i0,schemaPath:"#/properties/namespaces/properties/allow/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.namespaces.properties.allow.items.type,parentSchema:schema11.properties.namespaces.properties.allow.items,data:data2};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/namespaces/allow",schemaPath:"#/properties/namespaces/properties/allow/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.namespaces.properties.allow.type,parentSchema:schema11.properties.namespaces.properties.allow,data:data1};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data0.deny !== undefined && func0.call(data0, "deny")){
let data3 = data0.deny;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 === "string"){
if(func70(data4) > 64){
const err28 = {instancePath:instancePath+"/namespaces/deny/" + i1,schemaPath:"#/properties/namespaces/properties/deny/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.namespaces.properties.deny.items,data:data4};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!pattern0.test(data4)){
const err29 = {instancePath:instancePath+"/namespaces/deny/" + i1,schemaPath:"#/properties/namespaces/properties/deny/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*-]+$"},message:"must match pattern \""+"^[a-z0-9*-]+$"+"\"",schema:"^[a-z0-9*-]+$",parentSchema:schema11.properties.namespaces.properties.deny.items,data:data4};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/namespaces/deny/" + i1,schemaPath:"#/properties/namespaces/properties/deny/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.namespaces.properties.deny.items.type,parentSchema:schema11.properties.namespaces.properties.deny.items,data:data4};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/namespaces/deny",schemaPath:"#/properties/namespaces/properties/deny/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.namespaces.properties.deny.type,parentSchema:schema11.properties.namespaces.properties.deny,data:data3};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/namespaces",schemaPath:"#/properties/namespaces/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.namespaces.type,parentSchema:schema11.properties.namespaces,data:data0};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.clusters !== undefined && func0.call(data, "clusters")){
let data5 = data.clusters;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if((data5.allow === undefined) || (!(func0.call(data5, "allow")))){
const err33 = {instancePath:instancePath+"/clusters",schemaPath:"#/properties/clusters/required",keyword:"required",params:{missingProperty: "allow"},message:"must have required property '"+"allow"+"'",schema:schema11.properties.clusters.required,parentSchema:schema11.properties.clusters,data:data5};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((data5.deny === undefined) || (!(func0.call(data5, "deny")))){
const err34 = {instancePath:instancePath+"/clusters",schemaPath:"#/properties/clusters/required",keyword:"required",params:{missingProperty: "deny"},message:"must have required property '"+"deny"+"'",schema:schema11.properties.clusters.required,parentSchema:schema11.properties.clusters,data:data5};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((data5.labels === undefined) || (!(func0.call(data5, "labels")))){
const err35 = {instancePath:instancePath+"/clusters",schemaPath:"#/properties/clusters/required",keyword:"required",params:{missingProperty: "labels"},message:"must have required property '"+"labels"+"'",schema:schema11.properties.clusters.required,parentSchema:schema11.properties.clusters,data:data5};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key2 of Object.keys(data5)){
if(!(((key2 === "allow") || (key2 === "deny")) || (key2 === "labels"))){
const err36 = {instancePath:instancePath+"/clusters",schemaPath:"#/properties/clusters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.clusters,data:data5};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data5.allow !== undefined && func0.call(data5, "allow")){
let data6 = data5.allow;
if(Array.isArray(data6)){
const len2 = data6.length;
for(let i2=0; i2<len2; i2++){
let data7 = data6[i2];
if(typeof data7 === "string"){
if(func70(data7) > 253){
const err37 = {instancePath:instancePath+"/clusters/allow/" + i2,schemaPath:"#/properties/clusters/properties/allow/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.clusters.properties.allow.items,data:data7};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!pattern2.test(data7)){
const err38 = {instancePath:instancePath+"/clusters/allow/" + i2,schemaPath:"#/properties/clusters/properties/allow/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:@*-]+$"},message:"must match pattern \""+"^[A-Za-z0-9._:@*-]+$"+"\"",schema:"^[A-Za-z0-9._:@*-]+$",parentSchema:schema11.properties.clusters.properties.allow.items,data:data7};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/clusters/allow/" + i2,schemaPath:"#/properties/clusters/properties/allow/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.clusters.properties.allow.items.type,parentSchema:schema11.properties.clusters.properties.allow.items,data:data7};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/clusters/allow",schemaPath:"#/properties/clusters/properties/allow/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.clusters.properties.allow.type,parentSchema:schema11.properties.clusters.properties.allow,data:data6};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data5.deny !== undefined && func0.call(data5, "deny")){
let data8 = data5.deny;
if(Array.isArray(data8)){
const len3 = data8.length;
for(let i3=0; i3<len3; i3++){
let data9 = data8[i3];
if(typeof data9 === "string"){
if(func70(data9) > 253){
const err41 = {instancePath:instancePath+"/clusters/deny/" + i3,schemaPath:"#/properties/clusters/properties/deny/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.clusters.properties.deny.items,data:data9};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!pattern2.test(data9)){
const err42 = {instancePath:instancePath+"/clusters/deny/" + i3,schemaPath:"#/properties/clusters/properties/deny/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:@*-]+$"},message:"must match pattern \""+"^[A-Za-z0-9._:@*-]+$"+"\"",schema:"^[A-Za-z0-9._:@*-]+$",parentSchema:schema11.properties.clusters.properties.deny.items,data:data9};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/clusters/deny/" + i3,schemaPath:"#/properties/clusters/properties/deny/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.clusters.properties.deny.items.type,parentSchema:schema11.properties.clusters.properties.deny.items,data:data9};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/clusters/deny",schemaPath:"#/properties/clusters/properties/deny/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.clusters.properties.deny.type,parentSchema:schema11.properties.clusters.properties.deny,data:data8};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data5.labels !== undefined && func0.call(data5, "labels")){
let data10 = data5.labels;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key3 of Object.keys(data10)){
let data11 = data10[key3];
if(Array.isArray(data11)){
const len4 = data11.length;
for(let i4=0; i4<len4; i4++){
let data12 = data11[i4];
if(typeof data12 === "string"){
if(func70(data12) > 253){
const err45 = {instancePath:instancePath+"/clusters/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i4,schemaPath:"#/properties/clusters/properties/labels/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.clusters.properties.labels.additionalProperties.items,data:data12};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!pattern2.test(data12)){
const err46 = {instancePath:instancePath+"/clusters/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i4,schemaPath:"#/properties/clusters/properties/labels/additionalProperties/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:@*-]+$"},message:"must match pattern \""+"^[A-Za-z0-9._:@*-]+$"+"\"",schema:"^[A-Za-z0-9._:@*-]+$",parentSchema:schema11.properties.clusters.properties.labels.additionalProperties.items,data:data12};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/clusters/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i4,schemaPath:"#/properties/clusters/properties/labels/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.clusters.properties.labels.additionalProperties.items.type,parentSchema:schema11.properties.clusters.properties.labels.additionalProperties.items,data:data12};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/clusters/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/clusters/properties/labels/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.clusters.properties.labels.additionalProperties.type,parentSchema:schema11.properties.clusters.properties.labels.additionalProperties,data:data11};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/clusters/labels",schemaPath:"#/properties/clusters/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.clusters.properties.labels.type,parentSchema:schema11.properties.clusters.properties.labels,data:data10};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/clusters",schemaPath:"#/properties/clusters/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.clusters.type,parentSchema:schema11.properties.clusters,data:data5};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.verbs !== undefined && func0.call(data, "verbs")){
let data13 = data.verbs;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if((data13.read === undefined) || (!(func0.call(data13, "read")))){
const err51 = {instancePath:instancePath+"/verbs",schemaPath:"#/properties/verbs/required",keyword:"required",params:{missingProperty: "read"},message:"must have required property '"+"read"+"'",schema:schema11.properties.verbs.required,parentSchema:schema11.properties.verbs,data:data13};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((data13.write === undefined) || (!(func0.call(data13, "write")))){
const err52 = {instancePath:instancePath+"/verbs",schemaPath:"#/properties/verbs/required",keyword:"required",params:{missingProperty: "write"},message:"must have required property '"+"write"+"'",schema:schema11.properties.verbs.required,parentSchema:schema11.properties.verbs,data:data13};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if((data13.never === undefined) || (!(func0.call(data13, "never")))){
const err53 = {instancePath:instancePath+"/verbs",schemaPath:"#/properties/verbs/required",keyword:"required",params:{missingProperty: "never"},message:"must have required property '"+"never"+"'",schema:schema11.properties.verbs.required,parentSchema:schema11.properties.verbs,data:data13};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
for(const key4 of Object.keys(data13)){
if(!(((key4 === "read") || (key4 === "write")) || (key4 === "never"))){
const err54 = {instancePath:instancePath+"/verbs",schemaPath:"#/properties/verbs/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.verbs,data:data13};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data13.read !== undefined && func0.call(data13, "read")){
let data14 = data13.read;
if(Array.isArray(data14)){
const len5 = data14.length;
for(let i5=0; i5<len5; i5++){
let data15 = data14[i5];
if(typeof data15 !== "string"){
const err55 = {instancePath:instancePath+"/verbs/read/" + i5,schemaPath:"#/properties/verbs/properties/read/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.verbs.properties.read.items.type,parentSchema:schema11.properties.verbs.properties.read.items,data:data15};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(!((data15 === "get") || (data15 === "list"))){
const err56 = {instancePath:instancePath+"/verbs/read/" + i5,schemaPath:"#/properties/verbs/properties/read/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.verbs.properties.read.items.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.verbs.properties.read.items.enum,parentSchema:schema11.properties.verbs.properties.read.items,data:data15};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/verbs/read",schemaPath:"#/properties/verbs/properties/read/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.verbs.properties.read.type,parentSchema:schema11.properties.verbs.properties.read,data:data14};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data13.write !== undefined && func0.call(data13, "write")){
let data16 = data13.write;
if(Array.isArray(data16)){
const len6 = data16.length;
for(let i6=0; i6<len6; i6++){
let data17 = data16[i6];
if(typeof data17 !== "string"){
const err58 = {instancePath:instancePath+"/verbs/write/" + i6,schemaPath:"#/properties/verbs/properties/write/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.verbs.properties.write.items.type,parentSchema:schema11.properties.verbs.properties.write.items,data:data17};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(!((((data17 === "create") || (data17 === "update")) || (data17 === "patch")) || (data17 === "delete"))){
const err59 = {instancePath:instancePath+"/verbs/write/" + i6,schemaPath:"#/properties/verbs/properties/write/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.verbs.properties.write.items.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.verbs.properties.write.items.enum,parentSchema:schema11.properties.verbs.properties.write.items,data:data17};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/verbs/write",schemaPath:"#/properties/verbs/properties/write/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.verbs.properties.write.type,parentSchema:schema11.properties.verbs.properties.write,data:data16};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data13.never !== undefined && func0.call(data13, "never")){
let data18 = data13.never;
if(Array.isArray(data18)){
const len7 = data18.length;
for(let i7=0; i7<len7; i7++){
let data19 = data18[i7];
if(typeof data19 !== "string"){
const err61 = {instancePath:instancePath+"/verbs/never/" + i7,schemaPath:"#/properties/verbs/properties/never/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.verbs.properties.never.items.type,parentSchema:schema11.properties.verbs.properties.never.items,data:data19};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(!(((((((data19 === "deletecollection") || (data19 === "get")) || (data19 === "list")) || (data19 === "create")) || (data19 === "update")) || (data19 === "patch")) || (data19 === "delete"))){
const err62 = {instancePath:instancePath+"/verbs/never/" + i7,schemaPath:"#/properties/verbs/properties/never/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.verbs.properties.never.items.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.verbs.properties.never.items.enum,parentSchema:schema11.properties.verbs.properties.never.items,data:data19};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
const _errs46 = errors;
const len8 = data18.length;
for(let i8=0; i8<len8; i8++){
let data20 = data18[i8];
const _errs47 = errors;
if("deletecollection" !== data20){
const err63 = {instancePath:instancePath+"/verbs/never/" + i8,schemaPath:"#/properties/verbs/properties/never/contains/const",keyword:"const",params:{allowedValue: "deletecollection"},message:"must be equal to constant",schema:"deletecollection",parentSchema:schema11.properties.verbs.properties.never.contains,data:data20};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
var valid21 = _errs47 === errors;
if(valid21){
break;
}
}
if(!valid21){
const err64 = {instancePath:instancePath+"/verbs/never",schemaPath:"#/properties/verbs/properties/never/contains",keyword:"contains",params:{minContains: 1},message:"must contain at least 1 valid item(s)",schema:schema11.properties.verbs.properties.never.contains,parentSchema:schema11.properties.verbs.properties.never,data:data18};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
else {
errors = _errs46;
if(vErrors !== null){
if(_errs46){
vErrors.length = _errs46;
}
else {
vErrors = null;
}
}
}
}
else {
const err65 = {instancePath:instancePath+"/verbs/never",schemaPath:"#/properties/verbs/properties/never/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.verbs.properties.never.type,parentSchema:schema11.properties.verbs.properties.never,data:data18};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath:instancePath+"/verbs",schemaPath:"#/properties/verbs/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.verbs.type,parentSchema:schema11.properties.verbs,data:data13};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data.grants !== undefined && func0.call(data, "grants")){
let data21 = data.grants;
if(Array.isArray(data21)){
const len9 = data21.length;
for(let i9=0; i9<len9; i9++){
let data22 = data21[i9];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if((data22.verbs === undefined) || (!(func0.call(data22, "verbs")))){
const err67 = {instancePath:instancePath+"/grants/" + i9,schemaPath:"#/properties/grants/items/required",keyword:"required",params:{missingProperty: "verbs"},message:"must have required property '"+"verbs"+"'",schema:schema11.properties.grants.items.required,parentSchema:schema11.properties.grants.items,data:data22};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if((data22.apiGroups === undefined) || (!(func0.call(data22, "apiGroups")))){
const err68 = {instancePath:instancePath+"/grants/" + i9,schemaPath:"#/properties/grants/items/required",keyword:"required",params:{missingProperty: "apiGroups"},message:"must have required property '"+"apiGroups"+"'",schema:schema11.properties.grants.items.required,parentSchema:schema11.properties.grants.items,data:data22};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if((data22.resources === undefined) || (!(func0.call(data22, "resources")))){
const err69 = {instancePath:instancePath+"/grants/" + i9,schemaPath:"#/properties/grants/items/required",keyword:"required",params:{missingProperty: "resources"},message:"must have required property '"+"resources"+"'",schema:schema11.properties.grants.items.required,parentSchema:schema11.properties.grants.items,data:data22};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if((data22.namespaces === undefined) || (!(func0.call(data22, "namespaces")))){
const err70 = {instancePath:instancePath+"/grants/" + i9,schemaPath:"#/properties/grants/items/required",keyword:"required",params:{missingProperty: "namespaces"},message:"must have required property '"+"namespaces"+"'",schema:schema11.properties.grants.items.required,parentSchema:schema11.properties.grants.items,data:data22};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
for(const key5 of Object.keys(data22)){
if(!((((key5 === "verbs") || (key5 === "apiGroups")) || (key5 === "resources")) || (key5 === "namespaces"))){
const err71 = {instancePath:instancePath+"/grants/" + i9,schemaPath:"#/properties/grants/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.grants.items,data:data22};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data22.verbs !== undefined && func0.call(data22, "verbs")){
let data23 = data22.verbs;
if(Array.isArray(data23)){
if(data23.length < 1){
const err72 = {instancePath:instancePath+"/grants/" + i9+"/verbs",schemaPath:"#/properties/grants/items/properties/verbs/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.grants.items.properties.verbs,data:data23};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
const len10 = data23.length;
for(let i10=0; i10<len10; i10++){
let data24 = data23[i10];
if(typeof data24 !== "string"){
const err73 = {instancePath:instancePath+"/grants/" + i9+"/verbs/" + i10,schemaPath:"#/properties/grants/items/properties/verbs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.grants.items.properties.verbs.items.type,parentSchema:schema11.properties.grants.items.properties.verbs.items,data:data24};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(!((((((data24 === "get") || (data24 === "list")) || (data24 === "create")) || (data24 === "update")) || (data24 === "patch")) || (data24 === "delete"))){
const err74 = {instancePath:instancePath+"/grants/" + i9+"/verbs/" + i10,schemaPath:"#/properties/grants/items/properties/verbs/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.grants.items.properties.verbs.items.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.grants.items.properties.verbs.items.enum,parentSchema:schema11.properties.grants.items.properties.verbs.items,data:data24};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/grants/" + i9+"/verbs",schemaPath:"#/properties/grants/items/properties/verbs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.grants.items.properties.verbs.type,parentSchema:schema11.properties.grants.items.properties.verbs,data:data23};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data22.apiGroups !== undefined && func0.call(data22, "apiGroups")){
let data25 = data22.apiGroups;
if(Array.isArray(data25)){
if(data25.length < 1){
const err76 = {instancePath:instancePath+"/grants/" + i9+"/apiGroups",schemaPath:"#/properties/grants/items/properties/apiGroups/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.grants.items.properties.apiGroups,data:data25};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
const len11 = data25.length;
for(let i11=0; i11<len11; i11++){
let data26 = data25[i11];
if(typeof data26 === "string"){
if(func70(data26) > 253){
const err77 = {instancePath:instancePath+"/grants/" + i9+"/apiGroups/" + i11,schemaPath:"#/properties/grants/items/properties/apiGroups/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.grants.items.properties.apiGroups.items,data:data26};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(!pattern5.test(data26)){
const err78 = {instancePath:instancePath+"/grants/" + i9+"/apiGroups/" + i11,schemaPath:"#/properties/grants/items/properties/apiGroups/items/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.-]+|\\*)?$"},message:"must match pattern \""+"^([a-z0-9.-]+|\\*)?$"+"\"",schema:"^([a-z0-9.-]+|\\*)?$",parentSchema:schema11.properties.grants.items.properties.apiGroups.items,data:data26};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/grants/" + i9+"/apiGroups/" + i11,schemaPath:"#/properties/grants/items/properties/apiGroups/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.grants.items.properties.apiGroups.items.type,parentSchema:schema11.properties.grants.items.properties.apiGroups.items,data:data26};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/grants/" + i9+"/apiGroups",schemaPath:"#/properties/grants/items/properties/apiGroups/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.grants.items.properties.apiGroups.type,parentSchema:schema11.properties.grants.items.properties.apiGroups,data:data25};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data22.resources !== undefined && func0.call(data22, "resources")){
let data27 = data22.resources;
if(Array.isArray(data27)){
if(data27.length < 1){
const err81 = {instancePath:instancePath+"/grants/" + i9+"/resources",schemaPath:"#/properties/grants/items/properties/resources/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.grants.items.properties.resources,data:data27};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
const len12 = data27.length;
for(let i12=0; i12<len12; i12++){
let data28 = data27[i12];
if(typeof data28 === "string"){
if(func70(data28) > 128){
const err82 = {instancePath:instancePath+"/grants/" + i9+"/resources/" + i12,schemaPath:"#/properties/grants/items/properties/resources/items/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema11.properties.grants.items.properties.resources.items,data:data28};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(!pattern6.test(data28)){
const err83 = {instancePath:instancePath+"/grants/" + i9+"/resources/" + i12,schemaPath:"#/properties/grants/items/properties/resources/items/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9-]+(/[a-z]+)?|\\*)$"},message:"must match pattern \""+"^([a-z0-9-]+(/[a-z]+)?|\\*)$"+"\"",schema:"^([a-z0-9-]+(/[a-z]+)?|\\*)$",parentSchema:schema11.properties.grants.items.properties.resources.items,data:data28};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/grants/" + i9+"/resources/" + i12,schemaPath:"#/properties/grants/items/properties/resources/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.grants.items.properties.resources.items.type,parentSchema:schema11.properties.grants.items.properties.resources.items,data:data28};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
else {
const err85 = {instancePath:instancePath+"/grants/" + i9+"/resources",schemaPath:"#/properties/grants/items/properties/resources/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.grants.items.properties.resources.type,parentSchema:schema11.properties.grants.items.properties.resources,data:data27};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data22.namespaces !== undefined && func0.call(data22, "namespaces")){
let data29 = data22.namespaces;
if(Array.isArray(data29)){
const len13 = data29.length;
for(let i13=0; i13<len13; i13++){
let data30 = data29[i13];
if(typeof data30 === "string"){
if(func70(data30) > 64){
const err86 = {instancePath:instancePath+"/grants/" + i9+"/namespaces/" + i13,schemaPath:"#/properties/grants/items/properties/namespaces/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.grants.items.properties.namespaces.items,data:data30};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(!pattern0.test(data30)){
const err87 = {instancePath:instancePath+"/grants/" + i9+"/namespaces/" + i13,schemaPath:"#/properties/grants/items/properties/namespaces/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*-]+$"},message:"must match pattern \""+"^[a-z0-9*-]+$"+"\"",schema:"^[a-z0-9*-]+$",parentSchema:schema11.properties.grants.items.properties.namespaces.items,data:data30};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/grants/" + i9+"/namespaces/" + i13,schemaPath:"#/properties/grants/items/properties/namespaces/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.grants.items.properties.namespaces.items.type,parentSchema:schema11.properties.grants.items.properties.namespaces.items,data:data30};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
else {
const err89 = {instancePath:instancePath+"/grants/" + i9+"/namespaces",schemaPath:"#/properties/grants/items/properties/namespaces/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.grants.items.properties.namespaces.type,parentSchema:schema11.properties.grants.items.properties.namespaces,data:data29};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
else {
const err90 = {instancePath:instancePath+"/grants/" + i9,schemaPath:"#/properties/grants/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.grants.items.type,parentSchema:schema11.properties.grants.items,data:data22};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.grants.type,parentSchema:schema11.properties.grants,data:data21};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data.secrets !== undefined && func0.call(data, "secrets")){
let data31 = data.secrets;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if((data31.resources === undefined) || (!(func0.call(data31, "resources")))){
const err92 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/required",keyword:"required",params:{missingProperty: "resources"},message:"must have required property '"+"resources"+"'",schema:schema11.properties.secrets.required,parentSchema:schema11.properties.secrets,data:data31};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if((data31.kinds === undefined) || (!(func0.call(data31, "kinds")))){
const err93 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/required",keyword:"required",params:{missingProperty: "kinds"},message:"must have required property '"+"kinds"+"'",schema:schema11.properties.secrets.required,parentSchema:schema11.properties.secrets,data:data31};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if((data31.groups === undefined) || (!(func0.call(data31, "groups")))){
const err94 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/required",keyword:"required",params:{missingProperty: "groups"},message:"must have required property '"+"groups"+"'",schema:schema11.properties.secrets.required,parentSchema:schema11.properties.secrets,data:data31};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if((data31.subresources === undefined) || (!(func0.call(data31, "subresources")))){
const err95 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/required",keyword:"required",params:{missingProperty: "subresources"},message:"must have required property '"+"subresources"+"'",schema:schema11.properties.secrets.required,parentSchema:schema11.properties.secrets,data:data31};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
for(const key6 of Object.keys(data31)){
if(!((((key6 === "resources") || (key6 === "kinds")) || (key6 === "groups")) || (key6 === "subresources"))){
const err96 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.secrets,data:data31};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data31.resources !== undefined && func0.call(data31, "resources")){
let data32 = data31.resources;
if(Array.isArray(data32)){
const len14 = data32.length;
for(let i14=0; i14<len14; i14++){
let data33 = data32[i14];
if(typeof data33 === "string"){
if(func70(data33) > 253){
const err97 = {instancePath:instancePath+"/secrets/resources/" + i14,schemaPath:"#/properties/secrets/properties/resources/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.secrets.properties.resources.items,data:data33};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(!pattern8.test(data33)){
const err98 = {instancePath:instancePath+"/secrets/resources/" + i14,schemaPath:"#/properties/secrets/properties/resources/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*-]+$"},message:"must match pattern \""+"^[a-z0-9.*-]+$"+"\"",schema:"^[a-z0-9.*-]+$",parentSchema:schema11.properties.secrets.properties.resources.items,data:data33};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
else {
const err99 = {instancePath:instancePath+"/secrets/resources/" + i14,schemaPath:"#/properties/secrets/properties/resources/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.secrets.properties.resources.items.type,parentSchema:schema11.properties.secrets.properties.resources.items,data:data33};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
const _errs76 = errors;
const len15 = data32.length;
for(let i15=0; i15<len15; i15++){
let data34 = data32[i15];
const _errs77 = errors;
if("secrets" !== data34){
const err100 = {instancePath:instancePath+"/secrets/resources/" + i15,schemaPath:"#/properties/secrets/properties/resources/contains/const",keyword:"const",params:{allowedValue: "secrets"},message:"must be equal to constant",schema:"secrets",parentSchema:schema11.properties.secrets.properties.resources.contains,data:data34};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
var valid36 = _errs77 === errors;
if(valid36){
break;
}
}
if(!valid36){
const err101 = {instancePath:instancePath+"/secrets/resources",schemaPath:"#/properties/secrets/properties/resources/contains",keyword:"contains",params:{minContains: 1},message:"must contain at least 1 valid item(s)",schema:schema11.properties.secrets.properties.resources.contains,parentSchema:schema11.properties.secrets.properties.resources,data:data32};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
else {
errors = _errs76;
if(vErrors !== null){
if(_errs76){
vErrors.length = _errs76;
}
else {
vErrors = null;
}
}
}
}
else {
const err102 = {instancePath:instancePath+"/secrets/resources",schemaPath:"#/properties/secrets/properties/resources/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.secrets.properties.resources.type,parentSchema:schema11.properties.secrets.properties.resources,data:data32};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data31.kinds !== undefined && func0.call(data31, "kinds")){
let data35 = data31.kinds;
if(Array.isArray(data35)){
const len16 = data35.length;
for(let i16=0; i16<len16; i16++){
let data36 = data35[i16];
if(typeof data36 === "string"){
if(func70(data36) > 253){
const err103 = {instancePath:instancePath+"/secrets/kinds/" + i16,schemaPath:"#/properties/secrets/properties/kinds/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.secrets.properties.kinds.items,data:data36};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(!pattern8.test(data36)){
const err104 = {instancePath:instancePath+"/secrets/kinds/" + i16,schemaPath:"#/properties/secrets/properties/kinds/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*-]+$"},message:"must match pattern \""+"^[a-z0-9.*-]+$"+"\"",schema:"^[a-z0-9.*-]+$",parentSchema:schema11.properties.secrets.properties.kinds.items,data:data36};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/secrets/kinds/" + i16,schemaPath:"#/properties/secrets/properties/kinds/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.secrets.properties.kinds.items.type,parentSchema:schema11.properties.secrets.properties.kinds.items,data:data36};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
const _errs82 = errors;
const len17 = data35.length;
for(let i17=0; i17<len17; i17++){
let data37 = data35[i17];
const _errs83 = errors;
if("secret" !== data37){
const err106 = {instancePath:instancePath+"/secrets/kinds/" + i17,schemaPath:"#/properties/secrets/properties/kinds/contains/const",keyword:"const",params:{allowedValue: "secret"},message:"must be equal to constant",schema:"secret",parentSchema:schema11.properties.secrets.properties.kinds.contains,data:data37};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
var valid39 = _errs83 === errors;
if(valid39){
break;
}
}
if(!valid39){
const err107 = {instancePath:instancePath+"/secrets/kinds",schemaPath:"#/properties/secrets/properties/kinds/contains",keyword:"contains",params:{minContains: 1},message:"must contain at least 1 valid item(s)",schema:schema11.properties.secrets.properties.kinds.contains,parentSchema:schema11.properties.secrets.properties.kinds,data:data35};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
else {
errors = _errs82;
if(vErrors !== null){
if(_errs82){
vErrors.length = _errs82;
}
else {
vErrors = null;
}
}
}
}
else {
const err108 = {instancePath:instancePath+"/secrets/kinds",schemaPath:"#/properties/secrets/properties/kinds/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.secrets.properties.kinds.type,parentSchema:schema11.properties.secrets.properties.kinds,data:data35};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data31.groups !== undefined && func0.call(data31, "groups")){
let data38 = data31.groups;
if(Array.isArray(data38)){
const len18 = data38.length;
for(let i18=0; i18<len18; i18++){
let data39 = data38[i18];
if(typeof data39 === "string"){
if(func70(data39) > 253){
const err109 = {instancePath:instancePath+"/secrets/groups/" + i18,schemaPath:"#/properties/secrets/properties/groups/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.secrets.properties.groups.items,data:data39};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(!pattern8.test(data39)){
const err110 = {instancePath:instancePath+"/secrets/groups/" + i18,schemaPath:"#/properties/secrets/properties/groups/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*-]+$"},message:"must match pattern \""+"^[a-z0-9.*-]+$"+"\"",schema:"^[a-z0-9.*-]+$",parentSchema:schema11.properties.secrets.properties.groups.items,data:data39};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
else {
const err111 = {instancePath:instancePath+"/secrets/groups/" + i18,schemaPath:"#/properties/secrets/properties/groups/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.secrets.properties.groups.items.type,parentSchema:schema11.properties.secrets.properties.groups.items,data:data39};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
else {
const err112 = {instancePath:instancePath+"/secrets/groups",schemaPath:"#/properties/secrets/properties/groups/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.secrets.properties.groups.type,parentSchema:schema11.properties.secrets.properties.groups,data:data38};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data31.subresources !== undefined && func0.call(data31, "subresources")){
let data40 = data31.subresources;
if(Array.isArray(data40)){
const len19 = data40.length;
for(let i19=0; i19<len19; i19++){
let data41 = data40[i19];
if(typeof data41 === "string"){
if(func70(data41) > 253){
const err113 = {instancePath:instancePath+"/secrets/subresources/" + i19,schemaPath:"#/properties/secrets/properties/subresources/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.secrets.properties.subresources.items,data:data41};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(!pattern8.test(data41)){
const err114 = {instancePath:instancePath+"/secrets/subresources/" + i19,schemaPath:"#/properties/secrets/properties/subresources/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*-]+$"},message:"must match pattern \""+"^[a-z0-9.*-]+$"+"\"",schema:"^[a-z0-9.*-]+$",parentSchema:schema11.properties.secrets.properties.subresources.items,data:data41};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
else {
const err115 = {instancePath:instancePath+"/secrets/subresources/" + i19,schemaPath:"#/properties/secrets/properties/subresources/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.secrets.properties.subresources.items.type,parentSchema:schema11.properties.secrets.properties.subresources.items,data:data41};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
const _errs92 = errors;
const len20 = data40.length;
for(let i20=0; i20<len20; i20++){
let data42 = data40[i20];
const _errs93 = errors;
if("token" !== data42){
const err116 = {instancePath:instancePath+"/secrets/subresources/" + i20,schemaPath:"#/properties/secrets/properties/subresources/contains/const",keyword:"const",params:{allowedValue: "token"},message:"must be equal to constant",schema:"token",parentSchema:schema11.properties.secrets.properties.subresources.contains,data:data42};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
var valid44 = _errs93 === errors;
if(valid44){
break;
}
}
if(!valid44){
const err117 = {instancePath:instancePath+"/secrets/subresources",schemaPath:"#/properties/secrets/properties/subresources/contains",keyword:"contains",params:{minContains: 1},message:"must contain at least 1 valid item(s)",schema:schema11.properties.secrets.properties.subresources.contains,parentSchema:schema11.properties.secrets.properties.subresources,data:data40};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
else {
errors = _errs92;
if(vErrors !== null){
if(_errs92){
vErrors.length = _errs92;
}
else {
vErrors = null;
}
}
}
}
else {
const err118 = {instancePath:instancePath+"/secrets/subresources",schemaPath:"#/properties/secrets/properties/subresources/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.secrets.properties.subresources.type,parentSchema:schema11.properties.secrets.properties.subresources,data:data40};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
else {
const err119 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.secrets.type,parentSchema:schema11.properties.secrets,data:data31};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data.subresources !== undefined && func0.call(data, "subresources")){
let data43 = data.subresources;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
for(const key7 of Object.keys(data43)){
let data44 = data43[key7];
if(Array.isArray(data44)){
const len21 = data44.length;
for(let i21=0; i21<len21; i21++){
let data45 = data44[i21];
if(typeof data45 === "string"){
if(func70(data45) > 64){
const err120 = {instancePath:instancePath+"/subresources/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i21,schemaPath:"#/properties/subresources/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.subresources.additionalProperties.items,data:data45};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(!pattern12.test(data45)){
const err121 = {instancePath:instancePath+"/subresources/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i21,schemaPath:"#/properties/subresources/additionalProperties/items/pattern",keyword:"pattern",params:{pattern: "^[a-z]+$"},message:"must match pattern \""+"^[a-z]+$"+"\"",schema:"^[a-z]+$",parentSchema:schema11.properties.subresources.additionalProperties.items,data:data45};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
else {
const err122 = {instancePath:instancePath+"/subresources/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i21,schemaPath:"#/properties/subresources/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.subresources.additionalProperties.items.type,parentSchema:schema11.properties.subresources.additionalProperties.items,data:data45};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
else {
const err123 = {instancePath:instancePath+"/subresources/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/subresources/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.subresources.additionalProperties.type,parentSchema:schema11.properties.subresources.additionalProperties,data:data44};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
}
else {
const err124 = {instancePath:instancePath+"/subresources",schemaPath:"#/properties/subresources/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.subresources.type,parentSchema:schema11.properties.subresources,data:data43};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data.fields !== undefined && func0.call(data, "fields")){
let data46 = data.fields;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if((data46.common === undefined) || (!(func0.call(data46, "common")))){
const err125 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/required",keyword:"required",params:{missingProperty: "common"},message:"must have required property '"+"common"+"'",schema:schema11.properties.fields.required,parentSchema:schema11.properties.fields,data:data46};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if((data46.otherwise === undefined) || (!(func0.call(data46, "otherwise")))){
const err126 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/required",keyword:"required",params:{missingProperty: "otherwise"},message:"must have required property '"+"otherwise"+"'",schema:schema11.properties.fields.required,parentSchema:schema11.properties.fields,data:data46};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if((data46.text === undefined) || (!(func0.call(data46, "text")))){
const err127 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'",schema:schema11.properties.fields.required,parentSchema:schema11.properties.fields,data:data46};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if((data46.read === undefined) || (!(func0.call(data46, "read")))){
const err128 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/required",keyword:"required",params:{missingProperty: "read"},message:"must have required property '"+"read"+"'",schema:schema11.properties.fields.required,parentSchema:schema11.properties.fields,data:data46};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if((data46.columns === undefined) || (!(func0.call(data46, "columns")))){
const err129 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema11.properties.fields.required,parentSchema:schema11.properties.fields,data:data46};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if((data46.include === undefined) || (!(func0.call(data46, "include")))){
const err130 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/required",keyword:"required",params:{missingProperty: "include"},message:"must have required property '"+"include"+"'",schema:schema11.properties.fields.required,parentSchema:schema11.properties.fields,data:data46};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if((data46.parts === undefined) || (!(func0.call(data46, "parts")))){
const err131 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/required",keyword:"required",params:{missingProperty: "parts"},message:"must have required property '"+"parts"+"'",schema:schema11.properties.fields.required,parentSchema:schema11.properties.fields,data:data46};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
for(const key8 of Object.keys(data46)){
if(!(((((((key8 === "common") || (key8 === "otherwise")) || (key8 === "text")) || (key8 === "read")) || (key8 === "columns")) || (key8 === "include")) || (key8 === "parts"))){
const err132 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.fields,data:data46};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data46.common !== undefined && func0.call(data46, "common")){
let data47 = data46.common;
if(Array.isArray(data47)){
const len22 = data47.length;
for(let i22=0; i22<len22; i22++){
let data48 = data47[i22];
if(typeof data48 === "string"){
if(func70(data48) > 256){
const err133 = {instancePath:instancePath+"/fields/common/" + i22,schemaPath:"#/properties/fields/properties/common/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.fields.properties.common.items,data:data48};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(func70(data48) < 1){
const err134 = {instancePath:instancePath+"/fields/common/" + i22,schemaPath:"#/properties/fields/properties/common/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.fields.properties.common.items,data:data48};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(!pattern13.test(data48)){
const err135 = {instancePath:instancePath+"/fields/common/" + i22,schemaPath:"#/properties/fields/properties/common/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$",parentSchema:schema11.properties.fields.properties.common.items,data:data48};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
else {
const err136 = {instancePath:instancePath+"/fields/common/" + i22,schemaPath:"#/properties/fields/properties/common/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.fields.properties.common.items.type,parentSchema:schema11.properties.fields.properties.common.items,data:data48};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
}
else {
const err137 = {instancePath:instancePath+"/fields/common",schemaPath:"#/properties/fields/properties/common/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.fields.properties.common.type,parentSchema:schema11.properties.fields.properties.common,data:data47};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data46.otherwise !== undefined && func0.call(data46, "otherwise")){
let data49 = data46.otherwise;
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
if((data49.read === undefined) || (!(func0.call(data49, "read")))){
const err138 = {instancePath:instancePath+"/fields/otherwise",schemaPath:"#/properties/fields/properties/otherwise/required",keyword:"required",params:{missingProperty: "read"},message:"must have required property '"+"read"+"'",schema:schema11.properties.fields.properties.otherwise.required,parentSchema:schema11.properties.fields.properties.otherwise,data:data49};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if((data49.columns === undefined) || (!(func0.call(data49, "columns")))){
const err139 = {instancePath:instancePath+"/fields/otherwise",schemaPath:"#/properties/fields/properties/otherwise/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema11.properties.fields.properties.otherwise.required,parentSchema:schema11.properties.fields.properties.otherwise,data:data49};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
for(const key9 of Object.keys(data49)){
if(!((key9 === "read") || (key9 === "columns"))){
const err140 = {instancePath:instancePath+"/fields/otherwise",schemaPath:"#/properties/fields/properties/otherwise/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.fields.properties.otherwise,data:data49};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data49.read !== undefined && func0.call(data49, "read")){
let data50 = data49.read;
if(Array.isArray(data50)){
const len23 = data50.length;
for(let i23=0; i23<len23; i23++){
let data51 = data50[i23];
if(typeof data51 === "string"){
if(func70(data51) > 256){
const err141 = {instancePath:instancePath+"/fields/otherwise/read/" + i23,schemaPath:"#/properties/fields/properties/otherwise/properties/read/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.fields.properties.otherwise.properties.read.items,data:data51};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(func70(data51) < 1){
const err142 = {instancePath:instancePath+"/fields/otherwise/read/" + i23,schemaPath:"#/properties/fields/properties/otherwise/properties/read/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.fields.properties.otherwise.properties.read.items,data:data51};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(!pattern13.test(data51)){
const err143 = {instancePath:instancePath+"/fields/otherwise/read/" + i23,schemaPath:"#/properties/fields/properties/otherwise/properties/read/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$",parentSchema:schema11.properties.fields.properties.otherwise.properties.read.items,data:data51};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
else {
const err144 = {instancePath:instancePath+"/fields/otherwise/read/" + i23,schemaPath:"#/properties/fields/properties/otherwise/properties/read/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.fields.properties.otherwise.properties.read.items.type,parentSchema:schema11.properties.fields.properties.otherwise.properties.read.items,data:data51};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
}
else {
const err145 = {instancePath:instancePath+"/fields/otherwise/read",schemaPath:"#/properties/fields/properties/otherwise/properties/read/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.fields.properties.otherwise.properties.read.type,parentSchema:schema11.properties.fields.properties.otherwise.properties.read,data:data50};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data49.columns !== undefined && func0.call(data49, "columns")){
let data52 = data49.columns;
if(Array.isArray(data52)){
const len24 = data52.length;
for(let i24=0; i24<len24; i24++){
let data53 = data52[i24];
if(typeof data53 === "string"){
if(func70(data53) > 64){
const err146 = {instancePath:instancePath+"/fields/otherwise/columns/" + i24,schemaPath:"#/properties/fields/properties/otherwise/properties/columns/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.fields.properties.otherwise.properties.columns.items,data:data53};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(func70(data53) < 1){
const err147 = {instancePath:instancePath+"/fields/otherwise/columns/" + i24,schemaPath:"#/properties/fields/properties/otherwise/properties/columns/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.fields.properties.otherwise.properties.columns.items,data:data53};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
else {
const err148 = {instancePath:instancePath+"/fields/otherwise/columns/" + i24,schemaPath:"#/properties/fields/properties/otherwise/properties/columns/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.fields.properties.otherwise.properties.columns.items.type,parentSchema:schema11.properties.fields.properties.otherwise.properties.columns.items,data:data53};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
}
else {
const err149 = {instancePath:instancePath+"/fields/otherwise/columns",schemaPath:"#/properties/fields/properties/otherwise/properties/columns/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.fields.properties.otherwise.properties.columns.type,parentSchema:schema11.properties.fields.properties.otherwise.properties.columns,data:data52};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
else {
const err150 = {instancePath:instancePath+"/fields/otherwise",schemaPath:"#/properties/fields/properties/otherwise/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.fields.properties.otherwise.type,parentSchema:schema11.properties.fields.properties.otherwise,data:data49};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data46.text !== undefined && func0.call(data46, "text")){
let data54 = data46.text;
if(Array.isArray(data54)){
const len25 = data54.length;
for(let i25=0; i25<len25; i25++){
let data55 = data54[i25];
if(typeof data55 === "string"){
if(func70(data55) > 253){
const err151 = {instancePath:instancePath+"/fields/text/" + i25,schemaPath:"#/properties/fields/properties/text/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.fields.properties.text.items,data:data55};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(!pattern15.test(data55)){
const err152 = {instancePath:instancePath+"/fields/text/" + i25,schemaPath:"#/properties/fields/properties/text/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9./-]+$"},message:"must match pattern \""+"^[a-z0-9./-]+$"+"\"",schema:"^[a-z0-9./-]+$",parentSchema:schema11.properties.fields.properties.text.items,data:data55};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
else {
const err153 = {instancePath:instancePath+"/fields/text/" + i25,schemaPath:"#/properties/fields/properties/text/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.fields.properties.text.items.type,parentSchema:schema11.properties.fields.properties.text.items,data:data55};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
}
else {
const err154 = {instancePath:instancePath+"/fields/text",schemaPath:"#/properties/fields/properties/text/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.fields.properties.text.type,parentSchema:schema11.properties.fields.properties.text,data:data54};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data46.read !== undefined && func0.call(data46, "read")){
let data56 = data46.read;
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
for(const key10 of Object.keys(data56)){
let data57 = data56[key10];
if(Array.isArray(data57)){
const len26 = data57.length;
for(let i26=0; i26<len26; i26++){
let data58 = data57[i26];
if(typeof data58 === "string"){
if(func70(data58) > 256){
const err155 = {instancePath:instancePath+"/fields/read/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i26,schemaPath:"#/properties/fields/properties/read/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.fields.properties.read.additionalProperties.items,data:data58};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(func70(data58) < 1){
const err156 = {instancePath:instancePath+"/fields/read/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i26,schemaPath:"#/properties/fields/properties/read/additionalProperties/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.fields.properties.read.additionalProperties.items,data:data58};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if(!pattern13.test(data58)){
const err157 = {instancePath:instancePath+"/fields/read/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i26,schemaPath:"#/properties/fields/properties/read/additionalProperties/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$",parentSchema:schema11.properties.fields.properties.read.additionalProperties.items,data:data58};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
else {
const err158 = {instancePath:instancePath+"/fields/read/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i26,schemaPath:"#/properties/fields/properties/read/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.fields.properties.read.additionalProperties.items.type,parentSchema:schema11.properties.fields.properties.read.additionalProperties.items,data:data58};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
}
else {
const err159 = {instancePath:instancePath+"/fields/read/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/properties/read/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.fields.properties.read.additionalProperties.type,parentSchema:schema11.properties.fields.properties.read.additionalProperties,data:data57};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
}
else {
const err160 = {instancePath:instancePath+"/fields/read",schemaPath:"#/properties/fields/properties/read/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.fields.properties.read.type,parentSchema:schema11.properties.fields.properties.read,data:data56};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data46.columns !== undefined && func0.call(data46, "columns")){
let data59 = data46.columns;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
for(const key11 of Object.keys(data59)){
let data60 = data59[key11];
if(Array.isArray(data60)){
const len27 = data60.length;
for(let i27=0; i27<len27; i27++){
let data61 = data60[i27];
if(typeof data61 === "string"){
if(func70(data61) > 64){
const err161 = {instancePath:instancePath+"/fields/columns/" + key11.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i27,schemaPath:"#/properties/fields/properties/columns/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.fields.properties.columns.additionalProperties.items,data:data61};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if(func70(data61) < 1){
const err162 = {instancePath:instancePath+"/fields/columns/" + key11.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i27,schemaPath:"#/properties/fields/properties/columns/additionalProperties/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.fields.properties.columns.additionalProperties.items,data:data61};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
else {
const err163 = {instancePath:instancePath+"/fields/columns/" + key11.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i27,schemaPath:"#/properties/fields/properties/columns/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.fields.properties.columns.additionalProperties.items.type,parentSchema:schema11.properties.fields.properties.columns.additionalProperties.items,data:data61};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
}
else {
const err164 = {instancePath:instancePath+"/fields/columns/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/properties/columns/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.fields.properties.columns.additionalProperties.type,parentSchema:schema11.properties.fields.properties.columns.additionalProperties,data:data60};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
}
else {
const err165 = {instancePath:instancePath+"/fields/columns",schemaPath:"#/properties/fields/properties/columns/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.fields.properties.columns.type,parentSchema:schema11.properties.fields.properties.columns,data:data59};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data46.include !== undefined && func0.call(data46, "include")){
let data62 = data46.include;
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
for(const key12 of Object.keys(data62)){
let data63 = data62[key12];
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
for(const key13 of Object.keys(data63)){
let data64 = data63[key13];
if(typeof data64 === "string"){
if(!pattern17.test(data64)){
const err166 = {instancePath:instancePath+"/fields/include/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/properties/include/additionalProperties/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]+$"},message:"must match pattern \""+"^[A-Za-z0-9]+$"+"\"",schema:"^[A-Za-z0-9]+$",parentSchema:schema11.properties.fields.properties.include.additionalProperties.additionalProperties,data:data64};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
else {
const err167 = {instancePath:instancePath+"/fields/include/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/properties/include/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.fields.properties.include.additionalProperties.additionalProperties.type,parentSchema:schema11.properties.fields.properties.include.additionalProperties.additionalProperties,data:data64};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
}
else {
const err168 = {instancePath:instancePath+"/fields/include/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/properties/include/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.fields.properties.include.additionalProperties.type,parentSchema:schema11.properties.fields.properties.include.additionalProperties,data:data63};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
else {
const err169 = {instancePath:instancePath+"/fields/include",schemaPath:"#/properties/fields/properties/include/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.fields.properties.include.type,parentSchema:schema11.properties.fields.properties.include,data:data62};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data46.parts !== undefined && func0.call(data46, "parts")){
let data65 = data46.parts;
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
for(const key14 of Object.keys(data65)){
let data66 = data65[key14];
if(Array.isArray(data66)){
const len28 = data66.length;
for(let i28=0; i28<len28; i28++){
let data67 = data66[i28];
if(typeof data67 === "string"){
if(func70(data67) > 256){
const err170 = {instancePath:instancePath+"/fields/parts/" + key14.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i28,schemaPath:"#/properties/fields/properties/parts/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.fields.properties.parts.additionalProperties.items,data:data67};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(func70(data67) < 1){
const err171 = {instancePath:instancePath+"/fields/parts/" + key14.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i28,schemaPath:"#/properties/fields/properties/parts/additionalProperties/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.fields.properties.parts.additionalProperties.items,data:data67};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(!pattern13.test(data67)){
const err172 = {instancePath:instancePath+"/fields/parts/" + key14.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i28,schemaPath:"#/properties/fields/properties/parts/additionalProperties/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$",parentSchema:schema11.properties.fields.properties.parts.additionalProperties.items,data:data67};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
else {
const err173 = {instancePath:instancePath+"/fields/parts/" + key14.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i28,schemaPath:"#/properties/fields/properties/parts/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.fields.properties.parts.additionalProperties.items.type,parentSchema:schema11.properties.fields.properties.parts.additionalProperties.items,data:data67};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
}
else {
const err174 = {instancePath:instancePath+"/fields/parts/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/properties/parts/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.fields.properties.parts.additionalProperties.type,parentSchema:schema11.properties.fields.properties.parts.additionalProperties,data:data66};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
}
else {
const err175 = {instancePath:instancePath+"/fields/parts",schemaPath:"#/properties/fields/properties/parts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.fields.properties.parts.type,parentSchema:schema11.properties.fields.properties.parts,data:data65};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
}
else {
const err176 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.fields.type,parentSchema:schema11.properties.fields,data:data46};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
if(data.selectors !== undefined && func0.call(data, "selectors")){
let data68 = data.selectors;
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
if((data68.labels === undefined) || (!(func0.call(data68, "labels")))){
const err177 = {instancePath:instancePath+"/selectors",schemaPath:"#/properties/selectors/required",keyword:"required",params:{missingProperty: "labels"},message:"must have required property '"+"labels"+"'",schema:schema11.properties.selectors.required,parentSchema:schema11.properties.selectors,data:data68};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
if((data68.fields === undefined) || (!(func0.call(data68, "fields")))){
const err178 = {instancePath:instancePath+"/selectors",schemaPath:"#/properties/selectors/required",keyword:"required",params:{missingProperty: "fields"},message:"must have required property '"+"fields"+"'",schema:schema11.properties.selectors.required,parentSchema:schema11.properties.selectors,data:data68};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if((data68.maxLength === undefined) || (!(func0.call(data68, "maxLength")))){
const err179 = {instancePath:instancePath+"/selectors",schemaPath:"#/properties/selectors/required",keyword:"required",params:{missingProperty: "maxLength"},message:"must have required property '"+"maxLength"+"'",schema:schema11.properties.selectors.required,parentSchema:schema11.properties.selectors,data:data68};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
if((data68.common === undefined) || (!(func0.call(data68, "common")))){
const err180 = {instancePath:instancePath+"/selectors",schemaPath:"#/properties/selectors/required",keyword:"required",params:{missingProperty: "common"},message:"must have required property '"+"common"+"'",schema:schema11.properties.selectors.required,parentSchema:schema11.properties.selectors,data:data68};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
if((data68.kinds === undefined) || (!(func0.call(data68, "kinds")))){
const err181 = {instancePath:instancePath+"/selectors",schemaPath:"#/properties/selectors/required",keyword:"required",params:{missingProperty: "kinds"},message:"must have required property '"+"kinds"+"'",schema:schema11.properties.selectors.required,parentSchema:schema11.properties.selectors,data:data68};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
for(const key15 of Object.keys(data68)){
if(!(((((key15 === "labels") || (key15 === "fields")) || (key15 === "maxLength")) || (key15 === "common")) || (key15 === "kinds"))){
const err182 = {instancePath:instancePath+"/selectors",schemaPath:"#/properties/selectors/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.selectors,data:data68};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data68.labels !== undefined && func0.call(data68, "labels")){
let data69 = data68.labels;
if(typeof data69 !== "boolean"){
const err183 = {instancePath:instancePath+"/selectors/labels",schemaPath:"#/properties/selectors/properties/labels/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema11.properties.selectors.properties.labels.type,parentSchema:schema11.properties.selectors.properties.labels,data:data69};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
if(data68.fields !== undefined && func0.call(data68, "fields")){
let data70 = data68.fields;
if(typeof data70 !== "boolean"){
const err184 = {instancePath:instancePath+"/selectors/fields",schemaPath:"#/properties/selectors/properties/fields/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema11.properties.selectors.properties.fields.type,parentSchema:schema11.properties.selectors.properties.fields,data:data70};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
if(data68.maxLength !== undefined && func0.call(data68, "maxLength")){
let data71 = data68.maxLength;
if(!((typeof data71 == "number") && (!(data71 % 1) && !isNaN(data71)))){
const err185 = {instancePath:instancePath+"/selectors/maxLength",schemaPath:"#/properties/selectors/properties/maxLength/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.selectors.properties.maxLength.type,parentSchema:schema11.properties.selectors.properties.maxLength,data:data71};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(typeof data71 == "number"){
if(data71 > 4096 || isNaN(data71)){
const err186 = {instancePath:instancePath+"/selectors/maxLength",schemaPath:"#/properties/selectors/properties/maxLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},message:"must be <= 4096",schema:4096,parentSchema:schema11.properties.selectors.properties.maxLength,data:data71};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
if(data71 < 1 || isNaN(data71)){
const err187 = {instancePath:instancePath+"/selectors/maxLength",schemaPath:"#/properties/selectors/properties/maxLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.selectors.properties.maxLength,data:data71};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
}
if(data68.common !== undefined && func0.call(data68, "common")){
let data72 = data68.common;
if(Array.isArray(data72)){
const len29 = data72.length;
for(let i29=0; i29<len29; i29++){
let data73 = data72[i29];
if(typeof data73 === "string"){
if(func70(data73) > 256){
const err188 = {instancePath:instancePath+"/selectors/common/" + i29,schemaPath:"#/properties/selectors/properties/common/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.selectors.properties.common.items,data:data73};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
if(func70(data73) < 1){
const err189 = {instancePath:instancePath+"/selectors/common/" + i29,schemaPath:"#/properties/selectors/properties/common/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.selectors.properties.common.items,data:data73};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(!pattern13.test(data73)){
const err190 = {instancePath:instancePath+"/selectors/common/" + i29,schemaPath:"#/properties/selectors/properties/common/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$",parentSchema:schema11.properties.selectors.properties.common.items,data:data73};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
else {
const err191 = {instancePath:instancePath+"/selectors/common/" + i29,schemaPath:"#/properties/selectors/properties/common/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.selectors.properties.common.items.type,parentSchema:schema11.properties.selectors.properties.common.items,data:data73};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
}
else {
const err192 = {instancePath:instancePath+"/selectors/common",schemaPath:"#/properties/selectors/properties/common/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.selectors.properties.common.type,parentSchema:schema11.properties.selectors.properties.common,data:data72};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
if(data68.kinds !== undefined && func0.call(data68, "kinds")){
let data74 = data68.kinds;
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
for(const key16 of Object.keys(data74)){
let data75 = data74[key16];
if(Array.isArray(data75)){
const len30 = data75.length;
for(let i30=0; i30<len30; i30++){
let data76 = data75[i30];
if(typeof data76 === "string"){
if(func70(data76) > 256){
const err193 = {instancePath:instancePath+"/selectors/kinds/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i30,schemaPath:"#/properties/selectors/properties/kinds/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.selectors.properties.kinds.additionalProperties.items,data:data76};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if(func70(data76) < 1){
const err194 = {instancePath:instancePath+"/selectors/kinds/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i30,schemaPath:"#/properties/selectors/properties/kinds/additionalProperties/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.selectors.properties.kinds.additionalProperties.items,data:data76};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(!pattern13.test(data76)){
const err195 = {instancePath:instancePath+"/selectors/kinds/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i30,schemaPath:"#/properties/selectors/properties/kinds/additionalProperties/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_~*$/.,{}\\[\\]\" -]+$",parentSchema:schema11.properties.selectors.properties.kinds.additionalProperties.items,data:data76};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
else {
const err196 = {instancePath:instancePath+"/selectors/kinds/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i30,schemaPath:"#/properties/selectors/properties/kinds/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.selectors.properties.kinds.additionalProperties.items.type,parentSchema:schema11.properties.selectors.properties.kinds.additionalProperties.items,data:data76};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
}
else {
const err197 = {instancePath:instancePath+"/selectors/kinds/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/selectors/properties/kinds/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.selectors.properties.kinds.additionalProperties.type,parentSchema:schema11.properties.selectors.properties.kinds.additionalProperties,data:data75};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
}
else {
const err198 = {instancePath:instancePath+"/selectors/kinds",schemaPath:"#/properties/selectors/properties/kinds/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.selectors.properties.kinds.type,parentSchema:schema11.properties.selectors.properties.kinds,data:data74};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
}
else {
const err199 = {instancePath:instancePath+"/selectors",schemaPath:"#/properties/selectors/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.selectors.type,parentSchema:schema11.properties.selectors,data:data68};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data.limits !== undefined && func0.call(data, "limits")){
let data77 = data.limits;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
if((data77.items === undefined) || (!(func0.call(data77, "items")))){
const err200 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/required",keyword:"required",params:{missingProperty: "items"},message:"must have required property '"+"items"+"'",schema:schema11.properties.limits.required,parentSchema:schema11.properties.limits,data:data77};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if((data77.itemsDefault === undefined) || (!(func0.call(data77, "itemsDefault")))){
const err201 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/required",keyword:"required",params:{missingProperty: "itemsDefault"},message:"must have required property '"+"itemsDefault"+"'",schema:schema11.properties.limits.required,parentSchema:schema11.properties.limits,data:data77};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
if((data77.eventsDefault === undefined) || (!(func0.call(data77, "eventsDefault")))){
const err202 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/required",keyword:"required",params:{missingProperty: "eventsDefault"},message:"must have required property '"+"eventsDefault"+"'",schema:schema11.properties.limits.required,parentSchema:schema11.properties.limits,data:data77};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if((data77.lines === undefined) || (!(func0.call(data77, "lines")))){
const err203 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/required",keyword:"required",params:{missingProperty: "lines"},message:"must have required property '"+"lines"+"'",schema:schema11.properties.limits.required,parentSchema:schema11.properties.limits,data:data77};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
if((data77.linesDefault === undefined) || (!(func0.call(data77, "linesDefault")))){
const err204 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/required",keyword:"required",params:{missingProperty: "linesDefault"},message:"must have required property '"+"linesDefault"+"'",schema:schema11.properties.limits.required,parentSchema:schema11.properties.limits,data:data77};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if((data77.lineBytes === undefined) || (!(func0.call(data77, "lineBytes")))){
const err205 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/required",keyword:"required",params:{missingProperty: "lineBytes"},message:"must have required property '"+"lineBytes"+"'",schema:schema11.properties.limits.required,parentSchema:schema11.properties.limits,data:data77};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
if((data77.bytes === undefined) || (!(func0.call(data77, "bytes")))){
const err206 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/required",keyword:"required",params:{missingProperty: "bytes"},message:"must have required property '"+"bytes"+"'",schema:schema11.properties.limits.required,parentSchema:schema11.properties.limits,data:data77};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if((data77.namespacesPerList === undefined) || (!(func0.call(data77, "namespacesPerList")))){
const err207 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/required",keyword:"required",params:{missingProperty: "namespacesPerList"},message:"must have required property '"+"namespacesPerList"+"'",schema:schema11.properties.limits.required,parentSchema:schema11.properties.limits,data:data77};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
for(const key17 of Object.keys(data77)){
if(!((((((((key17 === "items") || (key17 === "itemsDefault")) || (key17 === "eventsDefault")) || (key17 === "lines")) || (key17 === "linesDefault")) || (key17 === "lineBytes")) || (key17 === "bytes")) || (key17 === "namespacesPerList"))){
const err208 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.limits,data:data77};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
if(data77.items !== undefined && func0.call(data77, "items")){
let data78 = data77.items;
if(!((typeof data78 == "number") && (!(data78 % 1) && !isNaN(data78)))){
const err209 = {instancePath:instancePath+"/limits/items",schemaPath:"#/properties/limits/properties/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.limits.properties.items.type,parentSchema:schema11.properties.limits.properties.items,data:data78};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
if(typeof data78 == "number"){
if(data78 > 1000000 || isNaN(data78)){
const err210 = {instancePath:instancePath+"/limits/items",schemaPath:"#/properties/limits/properties/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema11.properties.limits.properties.items,data:data78};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
if(data78 < 1 || isNaN(data78)){
const err211 = {instancePath:instancePath+"/limits/items",schemaPath:"#/properties/limits/properties/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.limits.properties.items,data:data78};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
}
if(data77.itemsDefault !== undefined && func0.call(data77, "itemsDefault")){
let data79 = data77.itemsDefault;
if(!((typeof data79 == "number") && (!(data79 % 1) && !isNaN(data79)))){
const err212 = {instancePath:instancePath+"/limits/itemsDefault",schemaPath:"#/properties/limits/properties/itemsDefault/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.limits.properties.itemsDefault.type,parentSchema:schema11.properties.limits.properties.itemsDefault,data:data79};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
if(typeof data79 == "number"){
if(data79 > 1000000 || isNaN(data79)){
const err213 = {instancePath:instancePath+"/limits/itemsDefault",schemaPath:"#/properties/limits/properties/itemsDefault/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema11.properties.limits.properties.itemsDefault,data:data79};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
if(data79 < 1 || isNaN(data79)){
const err214 = {instancePath:instancePath+"/limits/itemsDefault",schemaPath:"#/properties/limits/properties/itemsDefault/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.limits.properties.itemsDefault,data:data79};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
}
if(data77.eventsDefault !== undefined && func0.call(data77, "eventsDefault")){
let data80 = data77.eventsDefault;
if(!((typeof data80 == "number") && (!(data80 % 1) && !isNaN(data80)))){
const err215 = {instancePath:instancePath+"/limits/eventsDefault",schemaPath:"#/properties/limits/properties/eventsDefault/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.limits.properties.eventsDefault.type,parentSchema:schema11.properties.limits.properties.eventsDefault,data:data80};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
if(typeof data80 == "number"){
if(data80 > 1000000 || isNaN(data80)){
const err216 = {instancePath:instancePath+"/limits/eventsDefault",schemaPath:"#/properties/limits/properties/eventsDefault/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema11.properties.limits.properties.eventsDefault,data:data80};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if(data80 < 1 || isNaN(data80)){
const err217 = {instancePath:instancePath+"/limits/eventsDefault",schemaPath:"#/properties/limits/properties/eventsDefault/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.limits.properties.eventsDefault,data:data80};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
}
if(data77.lines !== undefined && func0.call(data77, "lines")){
let data81 = data77.lines;
if(!((typeof data81 == "number") && (!(data81 % 1) && !isNaN(data81)))){
const err218 = {instancePath:instancePath+"/limits/lines",schemaPath:"#/properties/limits/properties/lines/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.limits.properties.lines.type,parentSchema:schema11.properties.limits.properties.lines,data:data81};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
if(typeof data81 == "number"){
if(data81 > 1000000 || isNaN(data81)){
const err219 = {instancePath:instancePath+"/limits/lines",schemaPath:"#/properties/limits/properties/lines/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema11.properties.limits.properties.lines,data:data81};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if(data81 < 1 || isNaN(data81)){
const err220 = {instancePath:instancePath+"/limits/lines",schemaPath:"#/properties/limits/properties/lines/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.limits.properties.lines,data:data81};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
}
if(data77.linesDefault !== undefined && func0.call(data77, "linesDefault")){
let data82 = data77.linesDefault;
if(!((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82)))){
const err221 = {instancePath:instancePath+"/limits/linesDefault",schemaPath:"#/properties/limits/properties/linesDefault/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.limits.properties.linesDefault.type,parentSchema:schema11.properties.limits.properties.linesDefault,data:data82};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
if(typeof data82 == "number"){
if(data82 > 1000000 || isNaN(data82)){
const err222 = {instancePath:instancePath+"/limits/linesDefault",schemaPath:"#/properties/limits/properties/linesDefault/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema11.properties.limits.properties.linesDefault,data:data82};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if(data82 < 1 || isNaN(data82)){
const err223 = {instancePath:instancePath+"/limits/linesDefault",schemaPath:"#/properties/limits/properties/linesDefault/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.limits.properties.linesDefault,data:data82};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
}
if(data77.lineBytes !== undefined && func0.call(data77, "lineBytes")){
let data83 = data77.lineBytes;
if(!((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83)))){
const err224 = {instancePath:instancePath+"/limits/lineBytes",schemaPath:"#/properties/limits/properties/lineBytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.limits.properties.lineBytes.type,parentSchema:schema11.properties.limits.properties.lineBytes,data:data83};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
if(typeof data83 == "number"){
if(data83 > 1048576 || isNaN(data83)){
const err225 = {instancePath:instancePath+"/limits/lineBytes",schemaPath:"#/properties/limits/properties/lineBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576},message:"must be <= 1048576",schema:1048576,parentSchema:schema11.properties.limits.properties.lineBytes,data:data83};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
if(data83 < 16 || isNaN(data83)){
const err226 = {instancePath:instancePath+"/limits/lineBytes",schemaPath:"#/properties/limits/properties/lineBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 16},message:"must be >= 16",schema:16,parentSchema:schema11.properties.limits.properties.lineBytes,data:data83};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
}
if(data77.bytes !== undefined && func0.call(data77, "bytes")){
let data84 = data77.bytes;
if(!((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84)))){
const err227 = {instancePath:instancePath+"/limits/bytes",schemaPath:"#/properties/limits/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.limits.properties.bytes.type,parentSchema:schema11.properties.limits.properties.bytes,data:data84};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
if(typeof data84 == "number"){
if(data84 > 16777216 || isNaN(data84)){
const err228 = {instancePath:instancePath+"/limits/bytes",schemaPath:"#/properties/limits/properties/bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16777216},message:"must be <= 16777216",schema:16777216,parentSchema:schema11.properties.limits.properties.bytes,data:data84};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if(data84 < 256 || isNaN(data84)){
const err229 = {instancePath:instancePath+"/limits/bytes",schemaPath:"#/properties/limits/properties/bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 256},message:"must be >= 256",schema:256,parentSchema:schema11.properties.limits.properties.bytes,data:data84};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
}
if(data77.namespacesPerList !== undefined && func0.call(data77, "namespacesPerList")){
let data85 = data77.namespacesPerList;
if(!((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85)))){
const err230 = {instancePath:instancePath+"/limits/namespacesPerList",schemaPath:"#/properties/limits/properties/namespacesPerList/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.limits.properties.namespacesPerList.type,parentSchema:schema11.properties.limits.properties.namespacesPerList,data:data85};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if(typeof data85 == "number"){
if(data85 > 60 || isNaN(data85)){
const err231 = {instancePath:instancePath+"/limits/namespacesPerList",schemaPath:"#/properties/limits/properties/namespacesPerList/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60},message:"must be <= 60",schema:60,parentSchema:schema11.properties.limits.properties.namespacesPerList,data:data85};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
if(data85 < 1 || isNaN(data85)){
const err232 = {instancePath:instancePath+"/limits/namespacesPerList",schemaPath:"#/properties/limits/properties/namespacesPerList/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.limits.properties.namespacesPerList,data:data85};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
}
}
else {
const err233 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.limits.type,parentSchema:schema11.properties.limits,data:data77};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
if(data.output !== undefined && func0.call(data, "output")){
let data86 = data.output;
if(data86 && typeof data86 == "object" && !Array.isArray(data86)){
if((data86.redact === undefined) || (!(func0.call(data86, "redact")))){
const err234 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/required",keyword:"required",params:{missingProperty: "redact"},message:"must have required property '"+"redact"+"'",schema:schema11.properties.output.required,parentSchema:schema11.properties.output,data:data86};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
if((data86.classify === undefined) || (!(func0.call(data86, "classify")))){
const err235 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/required",keyword:"required",params:{missingProperty: "classify"},message:"must have required property '"+"classify"+"'",schema:schema11.properties.output.required,parentSchema:schema11.properties.output,data:data86};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
for(const key18 of Object.keys(data86)){
if(!((key18 === "redact") || (key18 === "classify"))){
const err236 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.output,data:data86};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
if(data86.redact !== undefined && func0.call(data86, "redact")){
let data87 = data86.redact;
if(data87 && typeof data87 == "object" && !Array.isArray(data87)){
if((data87.profile === undefined) || (!(func0.call(data87, "profile")))){
const err237 = {instancePath:instancePath+"/output/redact",schemaPath:"#/properties/output/properties/redact/required",keyword:"required",params:{missingProperty: "profile"},message:"must have required property '"+"profile"+"'",schema:schema11.properties.output.properties.redact.required,parentSchema:schema11.properties.output.properties.redact,data:data87};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
if((data87.words === undefined) || (!(func0.call(data87, "words")))){
const err238 = {instancePath:instancePath+"/output/redact",schemaPath:"#/properties/output/properties/redact/required",keyword:"required",params:{missingProperty: "words"},message:"must have required property '"+"words"+"'",schema:schema11.properties.output.properties.redact.required,parentSchema:schema11.properties.output.properties.redact,data:data87};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
for(const key19 of Object.keys(data87)){
if(!((key19 === "profile") || (key19 === "words"))){
const err239 = {instancePath:instancePath+"/output/redact",schemaPath:"#/properties/output/properties/redact/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.output.properties.redact,data:data87};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
if(data87.profile !== undefined && func0.call(data87, "profile")){
let data88 = data87.profile;
if(typeof data88 !== "string"){
const err240 = {instancePath:instancePath+"/output/redact/profile",schemaPath:"#/properties/output/properties/redact/properties/profile/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.output.properties.redact.properties.profile.type,parentSchema:schema11.properties.output.properties.redact.properties.profile,data:data88};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
if(!((data88 === "standard") || (data88 === "strict"))){
const err241 = {instancePath:instancePath+"/output/redact/profile",schemaPath:"#/properties/output/properties/redact/properties/profile/enum",keyword:"enum",params:{allowedValues: schema11.properties.output.properties.redact.properties.profile.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.output.properties.redact.properties.profile.enum,parentSchema:schema11.properties.output.properties.redact.properties.profile,data:data88};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
if(data87.words !== undefined && func0.call(data87, "words")){
let data89 = data87.words;
if(Array.isArray(data89)){
if(data89.length > 64){
const err242 = {instancePath:instancePath+"/output/redact/words",schemaPath:"#/properties/output/properties/redact/properties/words/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items",schema:64,parentSchema:schema11.properties.output.properties.redact.properties.words,data:data89};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
const len31 = data89.length;
for(let i31=0; i31<len31; i31++){
let data90 = data89[i31];
if(typeof data90 === "string"){
if(func70(data90) > 64){
const err243 = {instancePath:instancePath+"/output/redact/words/" + i31,schemaPath:"#/properties/output/properties/redact/properties/words/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.output.properties.redact.properties.words.items,data:data90};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
if(func70(data90) < 1){
const err244 = {instancePath:instancePath+"/output/redact/words/" + i31,schemaPath:"#/properties/output/properties/redact/properties/words/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.output.properties.redact.properties.words.items,data:data90};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
else {
const err245 = {instancePath:instancePath+"/output/redact/words/" + i31,schemaPath:"#/properties/output/properties/redact/properties/words/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.output.properties.redact.properties.words.items.type,parentSchema:schema11.properties.output.properties.redact.properties.words.items,data:data90};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
}
else {
const err246 = {instancePath:instancePath+"/output/redact/words",schemaPath:"#/properties/output/properties/redact/properties/words/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.output.properties.redact.properties.words.type,parentSchema:schema11.properties.output.properties.redact.properties.words,data:data89};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
}
else {
const err247 = {instancePath:instancePath+"/output/redact",schemaPath:"#/properties/output/properties/redact/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.output.properties.redact.type,parentSchema:schema11.properties.output.properties.redact,data:data87};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
if(data86.classify !== undefined && func0.call(data86, "classify")){
let data91 = data86.classify;
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
if((data91.otherwise === undefined) || (!(func0.call(data91, "otherwise")))){
const err248 = {instancePath:instancePath+"/output/classify",schemaPath:"#/properties/output/properties/classify/required",keyword:"required",params:{missingProperty: "otherwise"},message:"must have required property '"+"otherwise"+"'",schema:schema11.properties.output.properties.classify.required,parentSchema:schema11.properties.output.properties.classify,data:data91};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
if((data91.kinds === undefined) || (!(func0.call(data91, "kinds")))){
const err249 = {instancePath:instancePath+"/output/classify",schemaPath:"#/properties/output/properties/classify/required",keyword:"required",params:{missingProperty: "kinds"},message:"must have required property '"+"kinds"+"'",schema:schema11.properties.output.properties.classify.required,parentSchema:schema11.properties.output.properties.classify,data:data91};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
for(const key20 of Object.keys(data91)){
if(!((key20 === "otherwise") || (key20 === "kinds"))){
const err250 = {instancePath:instancePath+"/output/classify",schemaPath:"#/properties/output/properties/classify/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.output.properties.classify,data:data91};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
if(data91.otherwise !== undefined && func0.call(data91, "otherwise")){
let data92 = data91.otherwise;
if(typeof data92 !== "string"){
const err251 = {instancePath:instancePath+"/output/classify/otherwise",schemaPath:"#/properties/output/properties/classify/properties/otherwise/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.output.properties.classify.properties.otherwise.type,parentSchema:schema11.properties.output.properties.classify.properties.otherwise,data:data92};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
if(!((((data92 === "public") || (data92 === "internal")) || (data92 === "confidential")) || (data92 === "restricted"))){
const err252 = {instancePath:instancePath+"/output/classify/otherwise",schemaPath:"#/properties/output/properties/classify/properties/otherwise/enum",keyword:"enum",params:{allowedValues: schema11.properties.output.properties.classify.properties.otherwise.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.output.properties.classify.properties.otherwise.enum,parentSchema:schema11.properties.output.properties.classify.properties.otherwise,data:data92};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
if(data91.kinds !== undefined && func0.call(data91, "kinds")){
let data93 = data91.kinds;
if(data93 && typeof data93 == "object" && !Array.isArray(data93)){
for(const key21 of Object.keys(data93)){
let data94 = data93[key21];
if(typeof data94 !== "string"){
const err253 = {instancePath:instancePath+"/output/classify/kinds/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/output/properties/classify/properties/kinds/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.output.properties.classify.properties.kinds.additionalProperties.type,parentSchema:schema11.properties.output.properties.classify.properties.kinds.additionalProperties,data:data94};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
if(!((((data94 === "public") || (data94 === "internal")) || (data94 === "confidential")) || (data94 === "restricted"))){
const err254 = {instancePath:instancePath+"/output/classify/kinds/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/output/properties/classify/properties/kinds/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema11.properties.output.properties.classify.properties.kinds.additionalProperties.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.output.properties.classify.properties.kinds.additionalProperties.enum,parentSchema:schema11.properties.output.properties.classify.properties.kinds.additionalProperties,data:data94};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
}
else {
const err255 = {instancePath:instancePath+"/output/classify/kinds",schemaPath:"#/properties/output/properties/classify/properties/kinds/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.output.properties.classify.properties.kinds.type,parentSchema:schema11.properties.output.properties.classify.properties.kinds,data:data93};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
}
else {
const err256 = {instancePath:instancePath+"/output/classify",schemaPath:"#/properties/output/properties/classify/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.output.properties.classify.type,parentSchema:schema11.properties.output.properties.classify,data:data91};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
}
else {
const err257 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.output.type,parentSchema:schema11.properties.output,data:data86};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
if(data.windows !== undefined && func0.call(data, "windows")){
let data95 = data.windows;
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
if((data95.enabled === undefined) || (!(func0.call(data95, "enabled")))){
const err258 = {instancePath:instancePath+"/windows",schemaPath:"#/properties/windows/required",keyword:"required",params:{missingProperty: "enabled"},message:"must have required property '"+"enabled"+"'",schema:schema11.properties.windows.required,parentSchema:schema11.properties.windows,data:data95};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
if((data95.open === undefined) || (!(func0.call(data95, "open")))){
const err259 = {instancePath:instancePath+"/windows",schemaPath:"#/properties/windows/required",keyword:"required",params:{missingProperty: "open"},message:"must have required property '"+"open"+"'",schema:schema11.properties.windows.required,parentSchema:schema11.properties.windows,data:data95};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
for(const key22 of Object.keys(data95)){
if(!((key22 === "enabled") || (key22 === "open"))){
const err260 = {instancePath:instancePath+"/windows",schemaPath:"#/properties/windows/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.windows,data:data95};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
if(data95.enabled !== undefined && func0.call(data95, "enabled")){
let data96 = data95.enabled;
if(typeof data96 !== "boolean"){
const err261 = {instancePath:instancePath+"/windows/enabled",schemaPath:"#/properties/windows/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema11.properties.windows.properties.enabled.type,parentSchema:schema11.properties.windows.properties.enabled,data:data96};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
if(data95.open !== undefined && func0.call(data95, "open")){
let data97 = data95.open;
if(Array.isArray(data97)){
const len32 = data97.length;
for(let i32=0; i32<len32; i32++){
let data98 = data97[i32];
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
if((data98.weekdays === undefined) || (!(func0.call(data98, "weekdays")))){
const err262 = {instancePath:instancePath+"/windows/open/" + i32,schemaPath:"#/properties/windows/properties/open/items/required",keyword:"required",params:{missingProperty: "weekdays"},message:"must have required property '"+"weekdays"+"'",schema:schema11.properties.windows.properties.open.items.required,parentSchema:schema11.properties.windows.properties.open.items,data:data98};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
if((data98.from === undefined) || (!(func0.call(data98, "from")))){
const err263 = {instancePath:instancePath+"/windows/open/" + i32,schemaPath:"#/properties/windows/properties/open/items/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema11.properties.windows.properties.open.items.required,parentSchema:schema11.properties.windows.properties.open.items,data:data98};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
if((data98.to === undefined) || (!(func0.call(data98, "to")))){
const err264 = {instancePath:instancePath+"/windows/open/" + i32,schemaPath:"#/properties/windows/properties/open/items/required",keyword:"required",params:{missingProperty: "to"},message:"must have required property '"+"to"+"'",schema:schema11.properties.windows.properties.open.items.required,parentSchema:schema11.properties.windows.properties.open.items,data:data98};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
for(const key23 of Object.keys(data98)){
if(!(((key23 === "weekdays") || (key23 === "from")) || (key23 === "to"))){
const err265 = {instancePath:instancePath+"/windows/open/" + i32,schemaPath:"#/properties/windows/properties/open/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.windows.properties.open.items,data:data98};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
if(data98.weekdays !== undefined && func0.call(data98, "weekdays")){
let data99 = data98.weekdays;
if(Array.isArray(data99)){
if(data99.length < 1){
const err266 = {instancePath:instancePath+"/windows/open/" + i32+"/weekdays",schemaPath:"#/properties/windows/properties/open/items/properties/weekdays/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.windows.properties.open.items.properties.weekdays,data:data99};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
const len33 = data99.length;
for(let i33=0; i33<len33; i33++){
let data100 = data99[i33];
if(typeof data100 !== "string"){
const err267 = {instancePath:instancePath+"/windows/open/" + i32+"/weekdays/" + i33,schemaPath:"#/properties/windows/properties/open/items/properties/weekdays/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.windows.properties.open.items.properties.weekdays.items.type,parentSchema:schema11.properties.windows.properties.open.items.properties.weekdays.items,data:data100};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
if(!(((((((data100 === "Mon") || (data100 === "Tue")) || (data100 === "Wed")) || (data100 === "Thu")) || (data100 === "Fri")) || (data100 === "Sat")) || (data100 === "Sun"))){
const err268 = {instancePath:instancePath+"/windows/open/" + i32+"/weekdays/" + i33,schemaPath:"#/properties/windows/properties/open/items/properties/weekdays/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.windows.properties.open.items.properties.weekdays.items.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.windows.properties.open.items.properties.weekdays.items.enum,parentSchema:schema11.properties.windows.properties.open.items.properties.weekdays.items,data:data100};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
}
else {
const err269 = {instancePath:instancePath+"/windows/open/" + i32+"/weekdays",schemaPath:"#/properties/windows/properties/open/items/properties/weekdays/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.windows.properties.open.items.properties.weekdays.type,parentSchema:schema11.properties.windows.properties.open.items.properties.weekdays,data:data99};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
if(data98.from !== undefined && func0.call(data98, "from")){
let data101 = data98.from;
if(typeof data101 === "string"){
if(!pattern21.test(data101)){
const err270 = {instancePath:instancePath+"/windows/open/" + i32+"/from",schemaPath:"#/properties/windows/properties/open/items/properties/from/pattern",keyword:"pattern",params:{pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$"},message:"must match pattern \""+"^([01][0-9]|2[0-3]):[0-5][0-9]$"+"\"",schema:"^([01][0-9]|2[0-3]):[0-5][0-9]$",parentSchema:schema11.properties.windows.properties.open.items.properties.from,data:data101};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
else {
const err271 = {instancePath:instancePath+"/windows/open/" + i32+"/from",schemaPath:"#/properties/windows/properties/open/items/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.windows.properties.open.items.properties.from.type,parentSchema:schema11.properties.windows.properties.open.items.properties.from,data:data101};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
if(data98.to !== undefined && func0.call(data98, "to")){
let data102 = data98.to;
if(typeof data102 === "string"){
if(!pattern21.test(data102)){
const err272 = {instancePath:instancePath+"/windows/open/" + i32+"/to",schemaPath:"#/properties/windows/properties/open/items/properties/to/pattern",keyword:"pattern",params:{pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$"},message:"must match pattern \""+"^([01][0-9]|2[0-3]):[0-5][0-9]$"+"\"",schema:"^([01][0-9]|2[0-3]):[0-5][0-9]$",parentSchema:schema11.properties.windows.properties.open.items.properties.to,data:data102};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
else {
const err273 = {instancePath:instancePath+"/windows/open/" + i32+"/to",schemaPath:"#/properties/windows/properties/open/items/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.windows.properties.open.items.properties.to.type,parentSchema:schema11.properties.windows.properties.open.items.properties.to,data:data102};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
}
}
else {
const err274 = {instancePath:instancePath+"/windows/open/" + i32,schemaPath:"#/properties/windows/properties/open/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.windows.properties.open.items.type,parentSchema:schema11.properties.windows.properties.open.items,data:data98};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
}
else {
const err275 = {instancePath:instancePath+"/windows/open",schemaPath:"#/properties/windows/properties/open/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.windows.properties.open.type,parentSchema:schema11.properties.windows.properties.open,data:data97};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
}
else {
const err276 = {instancePath:instancePath+"/windows",schemaPath:"#/properties/windows/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.windows.type,parentSchema:schema11.properties.windows,data:data95};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
if(data.writes !== undefined && func0.call(data, "writes")){
let data103 = data.writes;
if(data103 && typeof data103 == "object" && !Array.isArray(data103)){
if((data103.fields === undefined) || (!(func0.call(data103, "fields")))){
const err277 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/required",keyword:"required",params:{missingProperty: "fields"},message:"must have required property '"+"fields"+"'",schema:schema11.properties.writes.required,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
if((data103.identity === undefined) || (!(func0.call(data103, "identity")))){
const err278 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/required",keyword:"required",params:{missingProperty: "identity"},message:"must have required property '"+"identity"+"'",schema:schema11.properties.writes.required,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
if((data103.closed === undefined) || (!(func0.call(data103, "closed")))){
const err279 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/required",keyword:"required",params:{missingProperty: "closed"},message:"must have required property '"+"closed"+"'",schema:schema11.properties.writes.required,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
if((data103.pathsShown === undefined) || (!(func0.call(data103, "pathsShown")))){
const err280 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/required",keyword:"required",params:{missingProperty: "pathsShown"},message:"must have required property '"+"pathsShown"+"'",schema:schema11.properties.writes.required,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
if((data103.restart === undefined) || (!(func0.call(data103, "restart")))){
const err281 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/required",keyword:"required",params:{missingProperty: "restart"},message:"must have required property '"+"restart"+"'",schema:schema11.properties.writes.required,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
if((data103.replicas === undefined) || (!(func0.call(data103, "replicas")))){
const err282 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/required",keyword:"required",params:{missingProperty: "replicas"},message:"must have required property '"+"replicas"+"'",schema:schema11.properties.writes.required,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
if((data103.fieldManager === undefined) || (!(func0.call(data103, "fieldManager")))){
const err283 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/required",keyword:"required",params:{missingProperty: "fieldManager"},message:"must have required property '"+"fieldManager"+"'",schema:schema11.properties.writes.required,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
if((data103.force === undefined) || (!(func0.call(data103, "force")))){
const err284 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/required",keyword:"required",params:{missingProperty: "force"},message:"must have required property '"+"force"+"'",schema:schema11.properties.writes.required,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
if((data103.access === undefined) || (!(func0.call(data103, "access")))){
const err285 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/required",keyword:"required",params:{missingProperty: "access"},message:"must have required property '"+"access"+"'",schema:schema11.properties.writes.required,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
if((data103.offLabels === undefined) || (!(func0.call(data103, "offLabels")))){
const err286 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/required",keyword:"required",params:{missingProperty: "offLabels"},message:"must have required property '"+"offLabels"+"'",schema:schema11.properties.writes.required,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
if((data103.tools === undefined) || (!(func0.call(data103, "tools")))){
const err287 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/required",keyword:"required",params:{missingProperty: "tools"},message:"must have required property '"+"tools"+"'",schema:schema11.properties.writes.required,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
if((data103.manifest === undefined) || (!(func0.call(data103, "manifest")))){
const err288 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/required",keyword:"required",params:{missingProperty: "manifest"},message:"must have required property '"+"manifest"+"'",schema:schema11.properties.writes.required,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
if((data103.first === undefined) || (!(func0.call(data103, "first")))){
const err289 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/required",keyword:"required",params:{missingProperty: "first"},message:"must have required property '"+"first"+"'",schema:schema11.properties.writes.required,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
if((data103.waitSeconds === undefined) || (!(func0.call(data103, "waitSeconds")))){
const err290 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/required",keyword:"required",params:{missingProperty: "waitSeconds"},message:"must have required property '"+"waitSeconds"+"'",schema:schema11.properties.writes.required,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
for(const key24 of Object.keys(data103)){
if(!(func0.call(schema11.properties.writes.properties, key24))){
const err291 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
if(data103.fields !== undefined && func0.call(data103, "fields")){
let data104 = data103.fields;
if(data104 && typeof data104 == "object" && !Array.isArray(data104)){
for(const key25 of Object.keys(data104)){
let data105 = data104[key25];
if(data105 && typeof data105 == "object" && !Array.isArray(data105)){
if((data105.add === undefined) || (!(func0.call(data105, "add")))){
const err292 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/writes/properties/fields/additionalProperties/required",keyword:"required",params:{missingProperty: "add"},message:"must have required property '"+"add"+"'",schema:schema11.properties.writes.properties.fields.additionalProperties.required,parentSchema:schema11.properties.writes.properties.fields.additionalProperties,data:data105};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
if((data105.replace === undefined) || (!(func0.call(data105, "replace")))){
const err293 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/writes/properties/fields/additionalProperties/required",keyword:"required",params:{missingProperty: "replace"},message:"must have required property '"+"replace"+"'",schema:schema11.properties.writes.properties.fields.additionalProperties.required,parentSchema:schema11.properties.writes.properties.fields.additionalProperties,data:data105};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
if((data105.remove === undefined) || (!(func0.call(data105, "remove")))){
const err294 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/writes/properties/fields/additionalProperties/required",keyword:"required",params:{missingProperty: "remove"},message:"must have required property '"+"remove"+"'",schema:schema11.properties.writes.properties.fields.additionalProperties.required,parentSchema:schema11.properties.writes.properties.fields.additionalProperties,data:data105};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
for(const key26 of Object.keys(data105)){
if(!((((key26 === "add") || (key26 === "replace")) || (key26 === "remove")) || (key26 === "create"))){
const err295 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/writes/properties/fields/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.writes.properties.fields.additionalProperties,data:data105};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
}
if(data105.add !== undefined && func0.call(data105, "add")){
let data106 = data105.add;
if(Array.isArray(data106)){
const len34 = data106.length;
for(let i34=0; i34<len34; i34++){
let data107 = data106[i34];
if(typeof data107 === "string"){
if(func70(data107) > 256){
const err296 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/add/" + i34,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/add/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.add.items,data:data107};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
if(func70(data107) < 1){
const err297 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/add/" + i34,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/add/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.add.items,data:data107};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
if(!pattern23.test(data107)){
const err298 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/add/" + i34,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/add/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*$/.\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*$/.\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_*$/.\\[\\]\" -]+$",parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.add.items,data:data107};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
else {
const err299 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/add/" + i34,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/add/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.fields.additionalProperties.properties.add.items.type,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.add.items,data:data107};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
}
}
else {
const err300 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/add",schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/add/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.fields.additionalProperties.properties.add.type,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.add,data:data106};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
if(data105.replace !== undefined && func0.call(data105, "replace")){
let data108 = data105.replace;
if(Array.isArray(data108)){
const len35 = data108.length;
for(let i35=0; i35<len35; i35++){
let data109 = data108[i35];
if(typeof data109 === "string"){
if(func70(data109) > 256){
const err301 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/replace/" + i35,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/replace/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.replace.items,data:data109};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
if(func70(data109) < 1){
const err302 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/replace/" + i35,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/replace/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.replace.items,data:data109};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
if(!pattern23.test(data109)){
const err303 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/replace/" + i35,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/replace/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*$/.\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*$/.\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_*$/.\\[\\]\" -]+$",parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.replace.items,data:data109};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
}
else {
const err304 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/replace/" + i35,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/replace/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.fields.additionalProperties.properties.replace.items.type,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.replace.items,data:data109};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
}
}
else {
const err305 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/replace",schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/replace/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.fields.additionalProperties.properties.replace.type,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.replace,data:data108};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
}
if(data105.remove !== undefined && func0.call(data105, "remove")){
let data110 = data105.remove;
if(Array.isArray(data110)){
const len36 = data110.length;
for(let i36=0; i36<len36; i36++){
let data111 = data110[i36];
if(typeof data111 === "string"){
if(func70(data111) > 256){
const err306 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/remove/" + i36,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/remove/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.remove.items,data:data111};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
if(func70(data111) < 1){
const err307 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/remove/" + i36,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/remove/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.remove.items,data:data111};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
if(!pattern23.test(data111)){
const err308 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/remove/" + i36,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/remove/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*$/.\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*$/.\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_*$/.\\[\\]\" -]+$",parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.remove.items,data:data111};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
}
else {
const err309 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/remove/" + i36,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/remove/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.fields.additionalProperties.properties.remove.items.type,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.remove.items,data:data111};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
}
}
else {
const err310 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/remove",schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/remove/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.fields.additionalProperties.properties.remove.type,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.remove,data:data110};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
}
if(data105.create !== undefined && func0.call(data105, "create")){
let data112 = data105.create;
if(Array.isArray(data112)){
const len37 = data112.length;
for(let i37=0; i37<len37; i37++){
let data113 = data112[i37];
if(typeof data113 === "string"){
if(func70(data113) > 256){
const err311 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/create/" + i37,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/create/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.create.items,data:data113};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
if(func70(data113) < 1){
const err312 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/create/" + i37,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/create/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.create.items,data:data113};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
if(!pattern23.test(data113)){
const err313 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/create/" + i37,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/create/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*$/.\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*$/.\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_*$/.\\[\\]\" -]+$",parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.create.items,data:data113};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
else {
const err314 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/create/" + i37,schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/create/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.fields.additionalProperties.properties.create.items.type,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.create.items,data:data113};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
}
}
else {
const err315 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/create",schemaPath:"#/properties/writes/properties/fields/additionalProperties/properties/create/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.fields.additionalProperties.properties.create.type,parentSchema:schema11.properties.writes.properties.fields.additionalProperties.properties.create,data:data112};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
}
}
else {
const err316 = {instancePath:instancePath+"/writes/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/writes/properties/fields/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.writes.properties.fields.additionalProperties.type,parentSchema:schema11.properties.writes.properties.fields.additionalProperties,data:data105};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
}
}
else {
const err317 = {instancePath:instancePath+"/writes/fields",schemaPath:"#/properties/writes/properties/fields/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.writes.properties.fields.type,parentSchema:schema11.properties.writes.properties.fields,data:data104};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
}
if(data103.identity !== undefined && func0.call(data103, "identity")){
let data114 = data103.identity;
if(Array.isArray(data114)){
const len38 = data114.length;
for(let i38=0; i38<len38; i38++){
let data115 = data114[i38];
if(typeof data115 === "string"){
if(func70(data115) > 256){
const err318 = {instancePath:instancePath+"/writes/identity/" + i38,schemaPath:"#/properties/writes/properties/identity/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.writes.properties.identity.items,data:data115};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
if(func70(data115) < 1){
const err319 = {instancePath:instancePath+"/writes/identity/" + i38,schemaPath:"#/properties/writes/properties/identity/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.identity.items,data:data115};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
if(!pattern23.test(data115)){
const err320 = {instancePath:instancePath+"/writes/identity/" + i38,schemaPath:"#/properties/writes/properties/identity/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*$/.\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*$/.\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_*$/.\\[\\]\" -]+$",parentSchema:schema11.properties.writes.properties.identity.items,data:data115};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
}
else {
const err321 = {instancePath:instancePath+"/writes/identity/" + i38,schemaPath:"#/properties/writes/properties/identity/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.identity.items.type,parentSchema:schema11.properties.writes.properties.identity.items,data:data115};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
}
}
else {
const err322 = {instancePath:instancePath+"/writes/identity",schemaPath:"#/properties/writes/properties/identity/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.identity.type,parentSchema:schema11.properties.writes.properties.identity,data:data114};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
if(data103.closed !== undefined && func0.call(data103, "closed")){
let data116 = data103.closed;
if(data116 && typeof data116 == "object" && !Array.isArray(data116)){
if((data116.kinds === undefined) || (!(func0.call(data116, "kinds")))){
const err323 = {instancePath:instancePath+"/writes/closed",schemaPath:"#/properties/writes/properties/closed/required",keyword:"required",params:{missingProperty: "kinds"},message:"must have required property '"+"kinds"+"'",schema:schema11.properties.writes.properties.closed.required,parentSchema:schema11.properties.writes.properties.closed,data:data116};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
if((data116.fields === undefined) || (!(func0.call(data116, "fields")))){
const err324 = {instancePath:instancePath+"/writes/closed",schemaPath:"#/properties/writes/properties/closed/required",keyword:"required",params:{missingProperty: "fields"},message:"must have required property '"+"fields"+"'",schema:schema11.properties.writes.properties.closed.required,parentSchema:schema11.properties.writes.properties.closed,data:data116};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
if((data116.namespaceLabels === undefined) || (!(func0.call(data116, "namespaceLabels")))){
const err325 = {instancePath:instancePath+"/writes/closed",schemaPath:"#/properties/writes/properties/closed/required",keyword:"required",params:{missingProperty: "namespaceLabels"},message:"must have required property '"+"namespaceLabels"+"'",schema:schema11.properties.writes.properties.closed.required,parentSchema:schema11.properties.writes.properties.closed,data:data116};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
for(const key27 of Object.keys(data116)){
if(!(((key27 === "kinds") || (key27 === "fields")) || (key27 === "namespaceLabels"))){
const err326 = {instancePath:instancePath+"/writes/closed",schemaPath:"#/properties/writes/properties/closed/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.writes.properties.closed,data:data116};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
}
if(data116.kinds !== undefined && func0.call(data116, "kinds")){
let data117 = data116.kinds;
if(data117 && typeof data117 == "object" && !Array.isArray(data117)){
if((data117.rbac === undefined) || (!(func0.call(data117, "rbac")))){
const err327 = {instancePath:instancePath+"/writes/closed/kinds",schemaPath:"#/properties/writes/properties/closed/properties/kinds/required",keyword:"required",params:{missingProperty: "rbac"},message:"must have required property '"+"rbac"+"'",schema:schema11.properties.writes.properties.closed.properties.kinds.required,parentSchema:schema11.properties.writes.properties.closed.properties.kinds,data:data117};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
if((data117.accounts === undefined) || (!(func0.call(data117, "accounts")))){
const err328 = {instancePath:instancePath+"/writes/closed/kinds",schemaPath:"#/properties/writes/properties/closed/properties/kinds/required",keyword:"required",params:{missingProperty: "accounts"},message:"must have required property '"+"accounts"+"'",schema:schema11.properties.writes.properties.closed.properties.kinds.required,parentSchema:schema11.properties.writes.properties.closed.properties.kinds,data:data117};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
if((data117.webhooks === undefined) || (!(func0.call(data117, "webhooks")))){
const err329 = {instancePath:instancePath+"/writes/closed/kinds",schemaPath:"#/properties/writes/properties/closed/properties/kinds/required",keyword:"required",params:{missingProperty: "webhooks"},message:"must have required property '"+"webhooks"+"'",schema:schema11.properties.writes.properties.closed.properties.kinds.required,parentSchema:schema11.properties.writes.properties.closed.properties.kinds,data:data117};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
if((data117.kinds === undefined) || (!(func0.call(data117, "kinds")))){
const err330 = {instancePath:instancePath+"/writes/closed/kinds",schemaPath:"#/properties/writes/properties/closed/properties/kinds/required",keyword:"required",params:{missingProperty: "kinds"},message:"must have required property '"+"kinds"+"'",schema:schema11.properties.writes.properties.closed.properties.kinds.required,parentSchema:schema11.properties.writes.properties.closed.properties.kinds,data:data117};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
if((data117.nodes === undefined) || (!(func0.call(data117, "nodes")))){
const err331 = {instancePath:instancePath+"/writes/closed/kinds",schemaPath:"#/properties/writes/properties/closed/properties/kinds/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'",schema:schema11.properties.writes.properties.closed.properties.kinds.required,parentSchema:schema11.properties.writes.properties.closed.properties.kinds,data:data117};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
if((data117.namespaces === undefined) || (!(func0.call(data117, "namespaces")))){
const err332 = {instancePath:instancePath+"/writes/closed/kinds",schemaPath:"#/properties/writes/properties/closed/properties/kinds/required",keyword:"required",params:{missingProperty: "namespaces"},message:"must have required property '"+"namespaces"+"'",schema:schema11.properties.writes.properties.closed.properties.kinds.required,parentSchema:schema11.properties.writes.properties.closed.properties.kinds,data:data117};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
if((data117.priorities === undefined) || (!(func0.call(data117, "priorities")))){
const err333 = {instancePath:instancePath+"/writes/closed/kinds",schemaPath:"#/properties/writes/properties/closed/properties/kinds/required",keyword:"required",params:{missingProperty: "priorities"},message:"must have required property '"+"priorities"+"'",schema:schema11.properties.writes.properties.closed.properties.kinds.required,parentSchema:schema11.properties.writes.properties.closed.properties.kinds,data:data117};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
if((data117.storage === undefined) || (!(func0.call(data117, "storage")))){
const err334 = {instancePath:instancePath+"/writes/closed/kinds",schemaPath:"#/properties/writes/properties/closed/properties/kinds/required",keyword:"required",params:{missingProperty: "storage"},message:"must have required property '"+"storage"+"'",schema:schema11.properties.writes.properties.closed.properties.kinds.required,parentSchema:schema11.properties.writes.properties.closed.properties.kinds,data:data117};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
if((data117.guardrails === undefined) || (!(func0.call(data117, "guardrails")))){
const err335 = {instancePath:instancePath+"/writes/closed/kinds",schemaPath:"#/properties/writes/properties/closed/properties/kinds/required",keyword:"required",params:{missingProperty: "guardrails"},message:"must have required property '"+"guardrails"+"'",schema:schema11.properties.writes.properties.closed.properties.kinds.required,parentSchema:schema11.properties.writes.properties.closed.properties.kinds,data:data117};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
if((data117.certificates === undefined) || (!(func0.call(data117, "certificates")))){
const err336 = {instancePath:instancePath+"/writes/closed/kinds",schemaPath:"#/properties/writes/properties/closed/properties/kinds/required",keyword:"required",params:{missingProperty: "certificates"},message:"must have required property '"+"certificates"+"'",schema:schema11.properties.writes.properties.closed.properties.kinds.required,parentSchema:schema11.properties.writes.properties.closed.properties.kinds,data:data117};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
for(const key28 of Object.keys(data117)){
if(!(func0.call(schema11.properties.writes.properties.closed.properties.kinds.properties, key28))){
const err337 = {instancePath:instancePath+"/writes/closed/kinds",schemaPath:"#/properties/writes/properties/closed/properties/kinds/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.writes.properties.closed.properties.kinds,data:data117};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
}
if(data117.rbac !== undefined && func0.call(data117, "rbac")){
let data118 = data117.rbac;
if(Array.isArray(data118)){
const len39 = data118.length;
for(let i39=0; i39<len39; i39++){
let data119 = data118[i39];
if(typeof data119 === "string"){
if(func70(data119) > 253){
const err338 = {instancePath:instancePath+"/writes/closed/kinds/rbac/" + i39,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/rbac/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.rbac.items,data:data119};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
if(func70(data119) < 1){
const err339 = {instancePath:instancePath+"/writes/closed/kinds/rbac/" + i39,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/rbac/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.rbac.items,data:data119};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
if(!pattern28.test(data119)){
const err340 = {instancePath:instancePath+"/writes/closed/kinds/rbac/" + i39,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/rbac/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*/-]+$"},message:"must match pattern \""+"^[a-z0-9.*/-]+$"+"\"",schema:"^[a-z0-9.*/-]+$",parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.rbac.items,data:data119};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
}
else {
const err341 = {instancePath:instancePath+"/writes/closed/kinds/rbac/" + i39,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/rbac/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.rbac.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.rbac.items,data:data119};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
}
}
else {
const err342 = {instancePath:instancePath+"/writes/closed/kinds/rbac",schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/rbac/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.rbac.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.rbac,data:data118};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
}
if(data117.accounts !== undefined && func0.call(data117, "accounts")){
let data120 = data117.accounts;
if(Array.isArray(data120)){
const len40 = data120.length;
for(let i40=0; i40<len40; i40++){
let data121 = data120[i40];
if(typeof data121 === "string"){
if(func70(data121) > 253){
const err343 = {instancePath:instancePath+"/writes/closed/kinds/accounts/" + i40,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/accounts/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.accounts.items,data:data121};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
if(func70(data121) < 1){
const err344 = {instancePath:instancePath+"/writes/closed/kinds/accounts/" + i40,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/accounts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.accounts.items,data:data121};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
if(!pattern28.test(data121)){
const err345 = {instancePath:instancePath+"/writes/closed/kinds/accounts/" + i40,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/accounts/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*/-]+$"},message:"must match pattern \""+"^[a-z0-9.*/-]+$"+"\"",schema:"^[a-z0-9.*/-]+$",parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.accounts.items,data:data121};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
}
else {
const err346 = {instancePath:instancePath+"/writes/closed/kinds/accounts/" + i40,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/accounts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.accounts.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.accounts.items,data:data121};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
}
}
else {
const err347 = {instancePath:instancePath+"/writes/closed/kinds/accounts",schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/accounts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.accounts.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.accounts,data:data120};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
}
if(data117.webhooks !== undefined && func0.call(data117, "webhooks")){
let data122 = data117.webhooks;
if(Array.isArray(data122)){
const len41 = data122.length;
for(let i41=0; i41<len41; i41++){
let data123 = data122[i41];
if(typeof data123 === "string"){
if(func70(data123) > 253){
const err348 = {instancePath:instancePath+"/writes/closed/kinds/webhooks/" + i41,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/webhooks/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.webhooks.items,data:data123};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
if(func70(data123) < 1){
const err349 = {instancePath:instancePath+"/writes/closed/kinds/webhooks/" + i41,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/webhooks/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.webhooks.items,data:data123};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
if(!pattern28.test(data123)){
const err350 = {instancePath:instancePath+"/writes/closed/kinds/webhooks/" + i41,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/webhooks/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*/-]+$"},message:"must match pattern \""+"^[a-z0-9.*/-]+$"+"\"",schema:"^[a-z0-9.*/-]+$",parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.webhooks.items,data:data123};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
}
else {
const err351 = {instancePath:instancePath+"/writes/closed/kinds/webhooks/" + i41,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/webhooks/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.webhooks.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.webhooks.items,data:data123};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
}
}
else {
const err352 = {instancePath:instancePath+"/writes/closed/kinds/webhooks",schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/webhooks/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.webhooks.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.webhooks,data:data122};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
}
if(data117.kinds !== undefined && func0.call(data117, "kinds")){
let data124 = data117.kinds;
if(Array.isArray(data124)){
const len42 = data124.length;
for(let i42=0; i42<len42; i42++){
let data125 = data124[i42];
if(typeof data125 === "string"){
if(func70(data125) > 253){
const err353 = {instancePath:instancePath+"/writes/closed/kinds/kinds/" + i42,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/kinds/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.kinds.items,data:data125};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
if(func70(data125) < 1){
const err354 = {instancePath:instancePath+"/writes/closed/kinds/kinds/" + i42,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/kinds/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.kinds.items,data:data125};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
if(!pattern28.test(data125)){
const err355 = {instancePath:instancePath+"/writes/closed/kinds/kinds/" + i42,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/kinds/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*/-]+$"},message:"must match pattern \""+"^[a-z0-9.*/-]+$"+"\"",schema:"^[a-z0-9.*/-]+$",parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.kinds.items,data:data125};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
}
else {
const err356 = {instancePath:instancePath+"/writes/closed/kinds/kinds/" + i42,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/kinds/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.kinds.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.kinds.items,data:data125};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
}
}
else {
const err357 = {instancePath:instancePath+"/writes/closed/kinds/kinds",schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/kinds/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.kinds.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.kinds,data:data124};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
}
if(data117.nodes !== undefined && func0.call(data117, "nodes")){
let data126 = data117.nodes;
if(Array.isArray(data126)){
const len43 = data126.length;
for(let i43=0; i43<len43; i43++){
let data127 = data126[i43];
if(typeof data127 === "string"){
if(func70(data127) > 253){
const err358 = {instancePath:instancePath+"/writes/closed/kinds/nodes/" + i43,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/nodes/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.nodes.items,data:data127};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
if(func70(data127) < 1){
const err359 = {instancePath:instancePath+"/writes/closed/kinds/nodes/" + i43,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/nodes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.nodes.items,data:data127};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
if(!pattern28.test(data127)){
const err360 = {instancePath:instancePath+"/writes/closed/kinds/nodes/" + i43,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/nodes/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*/-]+$"},message:"must match pattern \""+"^[a-z0-9.*/-]+$"+"\"",schema:"^[a-z0-9.*/-]+$",parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.nodes.items,data:data127};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
}
else {
const err361 = {instancePath:instancePath+"/writes/closed/kinds/nodes/" + i43,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/nodes/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.nodes.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.nodes.items,data:data127};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
}
}
else {
const err362 = {instancePath:instancePath+"/writes/closed/kinds/nodes",schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/nodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.nodes.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.nodes,data:data126};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
}
if(data117.namespaces !== undefined && func0.call(data117, "namespaces")){
let data128 = data117.namespaces;
if(Array.isArray(data128)){
const len44 = data128.length;
for(let i44=0; i44<len44; i44++){
let data129 = data128[i44];
if(typeof data129 === "string"){
if(func70(data129) > 253){
const err363 = {instancePath:instancePath+"/writes/closed/kinds/namespaces/" + i44,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/namespaces/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.namespaces.items,data:data129};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
if(func70(data129) < 1){
const err364 = {instancePath:instancePath+"/writes/closed/kinds/namespaces/" + i44,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/namespaces/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.namespaces.items,data:data129};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
if(!pattern28.test(data129)){
const err365 = {instancePath:instancePath+"/writes/closed/kinds/namespaces/" + i44,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/namespaces/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*/-]+$"},message:"must match pattern \""+"^[a-z0-9.*/-]+$"+"\"",schema:"^[a-z0-9.*/-]+$",parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.namespaces.items,data:data129};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
}
else {
const err366 = {instancePath:instancePath+"/writes/closed/kinds/namespaces/" + i44,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/namespaces/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.namespaces.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.namespaces.items,data:data129};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
}
}
else {
const err367 = {instancePath:instancePath+"/writes/closed/kinds/namespaces",schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/namespaces/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.namespaces.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.namespaces,data:data128};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
if(data117.priorities !== undefined && func0.call(data117, "priorities")){
let data130 = data117.priorities;
if(Array.isArray(data130)){
const len45 = data130.length;
for(let i45=0; i45<len45; i45++){
let data131 = data130[i45];
if(typeof data131 === "string"){
if(func70(data131) > 253){
const err368 = {instancePath:instancePath+"/writes/closed/kinds/priorities/" + i45,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/priorities/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.priorities.items,data:data131};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
if(func70(data131) < 1){
const err369 = {instancePath:instancePath+"/writes/closed/kinds/priorities/" + i45,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/priorities/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.priorities.items,data:data131};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
if(!pattern28.test(data131)){
const err370 = {instancePath:instancePath+"/writes/closed/kinds/priorities/" + i45,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/priorities/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*/-]+$"},message:"must match pattern \""+"^[a-z0-9.*/-]+$"+"\"",schema:"^[a-z0-9.*/-]+$",parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.priorities.items,data:data131};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
}
else {
const err371 = {instancePath:instancePath+"/writes/closed/kinds/priorities/" + i45,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/priorities/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.priorities.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.priorities.items,data:data131};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
}
}
else {
const err372 = {instancePath:instancePath+"/writes/closed/kinds/priorities",schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/priorities/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.priorities.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.priorities,data:data130};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
}
if(data117.storage !== undefined && func0.call(data117, "storage")){
let data132 = data117.storage;
if(Array.isArray(data132)){
const len46 = data132.length;
for(let i46=0; i46<len46; i46++){
let data133 = data132[i46];
if(typeof data133 === "string"){
if(func70(data133) > 253){
const err373 = {instancePath:instancePath+"/writes/closed/kinds/storage/" + i46,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/storage/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.storage.items,data:data133};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
if(func70(data133) < 1){
const err374 = {instancePath:instancePath+"/writes/closed/kinds/storage/" + i46,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/storage/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.storage.items,data:data133};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
if(!pattern28.test(data133)){
const err375 = {instancePath:instancePath+"/writes/closed/kinds/storage/" + i46,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/storage/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*/-]+$"},message:"must match pattern \""+"^[a-z0-9.*/-]+$"+"\"",schema:"^[a-z0-9.*/-]+$",parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.storage.items,data:data133};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
}
else {
const err376 = {instancePath:instancePath+"/writes/closed/kinds/storage/" + i46,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/storage/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.storage.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.storage.items,data:data133};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
}
}
else {
const err377 = {instancePath:instancePath+"/writes/closed/kinds/storage",schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/storage/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.storage.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.storage,data:data132};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
}
if(data117.guardrails !== undefined && func0.call(data117, "guardrails")){
let data134 = data117.guardrails;
if(Array.isArray(data134)){
const len47 = data134.length;
for(let i47=0; i47<len47; i47++){
let data135 = data134[i47];
if(typeof data135 === "string"){
if(func70(data135) > 253){
const err378 = {instancePath:instancePath+"/writes/closed/kinds/guardrails/" + i47,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/guardrails/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.guardrails.items,data:data135};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
if(func70(data135) < 1){
const err379 = {instancePath:instancePath+"/writes/closed/kinds/guardrails/" + i47,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/guardrails/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.guardrails.items,data:data135};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
if(!pattern28.test(data135)){
const err380 = {instancePath:instancePath+"/writes/closed/kinds/guardrails/" + i47,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/guardrails/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*/-]+$"},message:"must match pattern \""+"^[a-z0-9.*/-]+$"+"\"",schema:"^[a-z0-9.*/-]+$",parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.guardrails.items,data:data135};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
}
else {
const err381 = {instancePath:instancePath+"/writes/closed/kinds/guardrails/" + i47,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/guardrails/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.guardrails.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.guardrails.items,data:data135};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
}
}
else {
const err382 = {instancePath:instancePath+"/writes/closed/kinds/guardrails",schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/guardrails/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.guardrails.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.guardrails,data:data134};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
}
if(data117.certificates !== undefined && func0.call(data117, "certificates")){
let data136 = data117.certificates;
if(Array.isArray(data136)){
const len48 = data136.length;
for(let i48=0; i48<len48; i48++){
let data137 = data136[i48];
if(typeof data137 === "string"){
if(func70(data137) > 253){
const err383 = {instancePath:instancePath+"/writes/closed/kinds/certificates/" + i48,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/certificates/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.certificates.items,data:data137};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
if(func70(data137) < 1){
const err384 = {instancePath:instancePath+"/writes/closed/kinds/certificates/" + i48,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/certificates/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.certificates.items,data:data137};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
if(!pattern28.test(data137)){
const err385 = {instancePath:instancePath+"/writes/closed/kinds/certificates/" + i48,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/certificates/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*/-]+$"},message:"must match pattern \""+"^[a-z0-9.*/-]+$"+"\"",schema:"^[a-z0-9.*/-]+$",parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.certificates.items,data:data137};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
}
else {
const err386 = {instancePath:instancePath+"/writes/closed/kinds/certificates/" + i48,schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/certificates/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.certificates.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.certificates.items,data:data137};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
}
else {
const err387 = {instancePath:instancePath+"/writes/closed/kinds/certificates",schemaPath:"#/properties/writes/properties/closed/properties/kinds/properties/certificates/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.kinds.properties.certificates.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds.properties.certificates,data:data136};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
}
}
else {
const err388 = {instancePath:instancePath+"/writes/closed/kinds",schemaPath:"#/properties/writes/properties/closed/properties/kinds/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.writes.properties.closed.properties.kinds.type,parentSchema:schema11.properties.writes.properties.closed.properties.kinds,data:data117};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
}
if(data116.fields !== undefined && func0.call(data116, "fields")){
let data138 = data116.fields;
if(data138 && typeof data138 == "object" && !Array.isArray(data138)){
if((data138.status === undefined) || (!(func0.call(data138, "status")))){
const err389 = {instancePath:instancePath+"/writes/closed/fields",schemaPath:"#/properties/writes/properties/closed/properties/fields/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'",schema:schema11.properties.writes.properties.closed.properties.fields.required,parentSchema:schema11.properties.writes.properties.closed.properties.fields,data:data138};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
if((data138.finalizers === undefined) || (!(func0.call(data138, "finalizers")))){
const err390 = {instancePath:instancePath+"/writes/closed/fields",schemaPath:"#/properties/writes/properties/closed/properties/fields/required",keyword:"required",params:{missingProperty: "finalizers"},message:"must have required property '"+"finalizers"+"'",schema:schema11.properties.writes.properties.closed.properties.fields.required,parentSchema:schema11.properties.writes.properties.closed.properties.fields,data:data138};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
if((data138.owners === undefined) || (!(func0.call(data138, "owners")))){
const err391 = {instancePath:instancePath+"/writes/closed/fields",schemaPath:"#/properties/writes/properties/closed/properties/fields/required",keyword:"required",params:{missingProperty: "owners"},message:"must have required property '"+"owners"+"'",schema:schema11.properties.writes.properties.closed.properties.fields.required,parentSchema:schema11.properties.writes.properties.closed.properties.fields,data:data138};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
if((data138.ephemeral === undefined) || (!(func0.call(data138, "ephemeral")))){
const err392 = {instancePath:instancePath+"/writes/closed/fields",schemaPath:"#/properties/writes/properties/closed/properties/fields/required",keyword:"required",params:{missingProperty: "ephemeral"},message:"must have required property '"+"ephemeral"+"'",schema:schema11.properties.writes.properties.closed.properties.fields.required,parentSchema:schema11.properties.writes.properties.closed.properties.fields,data:data138};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
for(const key29 of Object.keys(data138)){
if(!((((key29 === "status") || (key29 === "finalizers")) || (key29 === "owners")) || (key29 === "ephemeral"))){
const err393 = {instancePath:instancePath+"/writes/closed/fields",schemaPath:"#/properties/writes/properties/closed/properties/fields/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.writes.properties.closed.properties.fields,data:data138};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
}
if(data138.status !== undefined && func0.call(data138, "status")){
let data139 = data138.status;
if(Array.isArray(data139)){
const len49 = data139.length;
for(let i49=0; i49<len49; i49++){
let data140 = data139[i49];
if(typeof data140 === "string"){
if(func70(data140) > 256){
const err394 = {instancePath:instancePath+"/writes/closed/fields/status/" + i49,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/status/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.status.items,data:data140};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
if(func70(data140) < 1){
const err395 = {instancePath:instancePath+"/writes/closed/fields/status/" + i49,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/status/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.status.items,data:data140};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
if(!pattern23.test(data140)){
const err396 = {instancePath:instancePath+"/writes/closed/fields/status/" + i49,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/status/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*$/.\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*$/.\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_*$/.\\[\\]\" -]+$",parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.status.items,data:data140};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
}
else {
const err397 = {instancePath:instancePath+"/writes/closed/fields/status/" + i49,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/status/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.fields.properties.status.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.status.items,data:data140};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
}
}
else {
const err398 = {instancePath:instancePath+"/writes/closed/fields/status",schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/status/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.fields.properties.status.type,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.status,data:data139};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
}
if(data138.finalizers !== undefined && func0.call(data138, "finalizers")){
let data141 = data138.finalizers;
if(Array.isArray(data141)){
const len50 = data141.length;
for(let i50=0; i50<len50; i50++){
let data142 = data141[i50];
if(typeof data142 === "string"){
if(func70(data142) > 256){
const err399 = {instancePath:instancePath+"/writes/closed/fields/finalizers/" + i50,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/finalizers/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.finalizers.items,data:data142};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
if(func70(data142) < 1){
const err400 = {instancePath:instancePath+"/writes/closed/fields/finalizers/" + i50,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/finalizers/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.finalizers.items,data:data142};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
if(!pattern23.test(data142)){
const err401 = {instancePath:instancePath+"/writes/closed/fields/finalizers/" + i50,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/finalizers/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*$/.\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*$/.\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_*$/.\\[\\]\" -]+$",parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.finalizers.items,data:data142};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
}
else {
const err402 = {instancePath:instancePath+"/writes/closed/fields/finalizers/" + i50,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/finalizers/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.fields.properties.finalizers.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.finalizers.items,data:data142};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
}
}
else {
const err403 = {instancePath:instancePath+"/writes/closed/fields/finalizers",schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/finalizers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.fields.properties.finalizers.type,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.finalizers,data:data141};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
}
if(data138.owners !== undefined && func0.call(data138, "owners")){
let data143 = data138.owners;
if(Array.isArray(data143)){
const len51 = data143.length;
for(let i51=0; i51<len51; i51++){
let data144 = data143[i51];
if(typeof data144 === "string"){
if(func70(data144) > 256){
const err404 = {instancePath:instancePath+"/writes/closed/fields/owners/" + i51,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/owners/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.owners.items,data:data144};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
if(func70(data144) < 1){
const err405 = {instancePath:instancePath+"/writes/closed/fields/owners/" + i51,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/owners/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.owners.items,data:data144};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
if(!pattern23.test(data144)){
const err406 = {instancePath:instancePath+"/writes/closed/fields/owners/" + i51,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/owners/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*$/.\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*$/.\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_*$/.\\[\\]\" -]+$",parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.owners.items,data:data144};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
}
else {
const err407 = {instancePath:instancePath+"/writes/closed/fields/owners/" + i51,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/owners/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.fields.properties.owners.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.owners.items,data:data144};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
}
errors++;
}
}
}
else {
const err408 = {instancePath:instancePath+"/writes/closed/fields/owners",schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/owners/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.fields.properties.owners.type,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.owners,data:data143};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
}
if(data138.ephemeral !== undefined && func0.call(data138, "ephemeral")){
let data145 = data138.ephemeral;
if(Array.isArray(data145)){
const len52 = data145.length;
for(let i52=0; i52<len52; i52++){
let data146 = data145[i52];
if(typeof data146 === "string"){
if(func70(data146) > 256){
const err409 = {instancePath:instancePath+"/writes/closed/fields/ephemeral/" + i52,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/ephemeral/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.ephemeral.items,data:data146};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
if(func70(data146) < 1){
const err410 = {instancePath:instancePath+"/writes/closed/fields/ephemeral/" + i52,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/ephemeral/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.ephemeral.items,data:data146};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
if(!pattern23.test(data146)){
const err411 = {instancePath:instancePath+"/writes/closed/fields/ephemeral/" + i52,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/ephemeral/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*$/.\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*$/.\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_*$/.\\[\\]\" -]+$",parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.ephemeral.items,data:data146};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
}
else {
const err412 = {instancePath:instancePath+"/writes/closed/fields/ephemeral/" + i52,schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/ephemeral/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.fields.properties.ephemeral.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.ephemeral.items,data:data146};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
}
}
}
else {
const err413 = {instancePath:instancePath+"/writes/closed/fields/ephemeral",schemaPath:"#/properties/writes/properties/closed/properties/fields/properties/ephemeral/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.fields.properties.ephemeral.type,parentSchema:schema11.properties.writes.properties.closed.properties.fields.properties.ephemeral,data:data145};
if(vErrors === null){
vErrors = [err413];
}
else {
vErrors.push(err413);
}
errors++;
}
}
}
else {
const err414 = {instancePath:instancePath+"/writes/closed/fields",schemaPath:"#/properties/writes/properties/closed/properties/fields/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.writes.properties.closed.properties.fields.type,parentSchema:schema11.properties.writes.properties.closed.properties.fields,data:data138};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
}
if(data116.namespaceLabels !== undefined && func0.call(data116, "namespaceLabels")){
let data147 = data116.namespaceLabels;
if(Array.isArray(data147)){
const len53 = data147.length;
for(let i53=0; i53<len53; i53++){
let data148 = data147[i53];
if(typeof data148 === "string"){
if(func70(data148) > 253){
const err415 = {instancePath:instancePath+"/writes/closed/namespaceLabels/" + i53,schemaPath:"#/properties/writes/properties/closed/properties/namespaceLabels/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.writes.properties.closed.properties.namespaceLabels.items,data:data148};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
if(!pattern42.test(data148)){
const err416 = {instancePath:instancePath+"/writes/closed/namespaceLabels/" + i53,schemaPath:"#/properties/writes/properties/closed/properties/namespaceLabels/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._/*-]+$"},message:"must match pattern \""+"^[A-Za-z0-9._/*-]+$"+"\"",schema:"^[A-Za-z0-9._/*-]+$",parentSchema:schema11.properties.writes.properties.closed.properties.namespaceLabels.items,data:data148};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
}
else {
const err417 = {instancePath:instancePath+"/writes/closed/namespaceLabels/" + i53,schemaPath:"#/properties/writes/properties/closed/properties/namespaceLabels/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.closed.properties.namespaceLabels.items.type,parentSchema:schema11.properties.writes.properties.closed.properties.namespaceLabels.items,data:data148};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
}
}
}
else {
const err418 = {instancePath:instancePath+"/writes/closed/namespaceLabels",schemaPath:"#/properties/writes/properties/closed/properties/namespaceLabels/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.closed.properties.namespaceLabels.type,parentSchema:schema11.properties.writes.properties.closed.properties.namespaceLabels,data:data147};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
}
}
else {
const err419 = {instancePath:instancePath+"/writes/closed",schemaPath:"#/properties/writes/properties/closed/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.writes.properties.closed.type,parentSchema:schema11.properties.writes.properties.closed,data:data116};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
}
if(data103.pathsShown !== undefined && func0.call(data103, "pathsShown")){
let data149 = data103.pathsShown;
if(!((typeof data149 == "number") && (!(data149 % 1) && !isNaN(data149)))){
const err420 = {instancePath:instancePath+"/writes/pathsShown",schemaPath:"#/properties/writes/properties/pathsShown/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.writes.properties.pathsShown.type,parentSchema:schema11.properties.writes.properties.pathsShown,data:data149};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
if(typeof data149 == "number"){
if(data149 > 100 || isNaN(data149)){
const err421 = {instancePath:instancePath+"/writes/pathsShown",schemaPath:"#/properties/writes/properties/pathsShown/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema11.properties.writes.properties.pathsShown,data:data149};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
if(data149 < 1 || isNaN(data149)){
const err422 = {instancePath:instancePath+"/writes/pathsShown",schemaPath:"#/properties/writes/properties/pathsShown/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.writes.properties.pathsShown,data:data149};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
}
}
if(data103.restart !== undefined && func0.call(data103, "restart")){
let data150 = data103.restart;
if(Array.isArray(data150)){
const len54 = data150.length;
for(let i54=0; i54<len54; i54++){
let data151 = data150[i54];
if(typeof data151 === "string"){
if(func70(data151) > 256){
const err423 = {instancePath:instancePath+"/writes/restart/" + i54,schemaPath:"#/properties/writes/properties/restart/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.writes.properties.restart.items,data:data151};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
if(func70(data151) < 1){
const err424 = {instancePath:instancePath+"/writes/restart/" + i54,schemaPath:"#/properties/writes/properties/restart/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.restart.items,data:data151};
if(vErrors === null){
vErrors = [err424];
}
else {
vErrors.push(err424);
}
errors++;
}
if(!pattern23.test(data151)){
const err425 = {instancePath:instancePath+"/writes/restart/" + i54,schemaPath:"#/properties/writes/properties/restart/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*$/.\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*$/.\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_*$/.\\[\\]\" -]+$",parentSchema:schema11.properties.writes.properties.restart.items,data:data151};
if(vErrors === null){
vErrors = [err425];
}
else {
vErrors.push(err425);
}
errors++;
}
}
else {
const err426 = {instancePath:instancePath+"/writes/restart/" + i54,schemaPath:"#/properties/writes/properties/restart/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.restart.items.type,parentSchema:schema11.properties.writes.properties.restart.items,data:data151};
if(vErrors === null){
vErrors = [err426];
}
else {
vErrors.push(err426);
}
errors++;
}
}
}
else {
const err427 = {instancePath:instancePath+"/writes/restart",schemaPath:"#/properties/writes/properties/restart/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.restart.type,parentSchema:schema11.properties.writes.properties.restart,data:data150};
if(vErrors === null){
vErrors = [err427];
}
else {
vErrors.push(err427);
}
errors++;
}
}
if(data103.replicas !== undefined && func0.call(data103, "replicas")){
let data152 = data103.replicas;
if(data152 && typeof data152 == "object" && !Array.isArray(data152)){
if((data152.min === undefined) || (!(func0.call(data152, "min")))){
const err428 = {instancePath:instancePath+"/writes/replicas",schemaPath:"#/properties/writes/properties/replicas/required",keyword:"required",params:{missingProperty: "min"},message:"must have required property '"+"min"+"'",schema:schema11.properties.writes.properties.replicas.required,parentSchema:schema11.properties.writes.properties.replicas,data:data152};
if(vErrors === null){
vErrors = [err428];
}
else {
vErrors.push(err428);
}
errors++;
}
if((data152.max === undefined) || (!(func0.call(data152, "max")))){
const err429 = {instancePath:instancePath+"/writes/replicas",schemaPath:"#/properties/writes/properties/replicas/required",keyword:"required",params:{missingProperty: "max"},message:"must have required property '"+"max"+"'",schema:schema11.properties.writes.properties.replicas.required,parentSchema:schema11.properties.writes.properties.replicas,data:data152};
if(vErrors === null){
vErrors = [err429];
}
else {
vErrors.push(err429);
}
errors++;
}
if((data152.fields === undefined) || (!(func0.call(data152, "fields")))){
const err430 = {instancePath:instancePath+"/writes/replicas",schemaPath:"#/properties/writes/properties/replicas/required",keyword:"required",params:{missingProperty: "fields"},message:"must have required property '"+"fields"+"'",schema:schema11.properties.writes.properties.replicas.required,parentSchema:schema11.properties.writes.properties.replicas,data:data152};
if(vErrors === null){
vErrors = [err430];
}
else {
vErrors.push(err430);
}
errors++;
}
for(const key30 of Object.keys(data152)){
if(!(((key30 === "min") || (key30 === "max")) || (key30 === "fields"))){
const err431 = {instancePath:instancePath+"/writes/replicas",schemaPath:"#/properties/writes/properties/replicas/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.writes.properties.replicas,data:data152};
if(vErrors === null){
vErrors = [err431];
}
else {
vErrors.push(err431);
}
errors++;
}
}
if(data152.min !== undefined && func0.call(data152, "min")){
let data153 = data152.min;
if(!((typeof data153 == "number") && (!(data153 % 1) && !isNaN(data153)))){
const err432 = {instancePath:instancePath+"/writes/replicas/min",schemaPath:"#/properties/writes/properties/replicas/properties/min/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.writes.properties.replicas.properties.min.type,parentSchema:schema11.properties.writes.properties.replicas.properties.min,data:data153};
if(vErrors === null){
vErrors = [err432];
}
else {
vErrors.push(err432);
}
errors++;
}
if(typeof data153 == "number"){
if(data153 > 100000 || isNaN(data153)){
const err433 = {instancePath:instancePath+"/writes/replicas/min",schemaPath:"#/properties/writes/properties/replicas/properties/min/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema11.properties.writes.properties.replicas.properties.min,data:data153};
if(vErrors === null){
vErrors = [err433];
}
else {
vErrors.push(err433);
}
errors++;
}
if(data153 < 0 || isNaN(data153)){
const err434 = {instancePath:instancePath+"/writes/replicas/min",schemaPath:"#/properties/writes/properties/replicas/properties/min/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.writes.properties.replicas.properties.min,data:data153};
if(vErrors === null){
vErrors = [err434];
}
else {
vErrors.push(err434);
}
errors++;
}
}
}
if(data152.max !== undefined && func0.call(data152, "max")){
let data154 = data152.max;
if(!((typeof data154 == "number") && (!(data154 % 1) && !isNaN(data154)))){
const err435 = {instancePath:instancePath+"/writes/replicas/max",schemaPath:"#/properties/writes/properties/replicas/properties/max/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.writes.properties.replicas.properties.max.type,parentSchema:schema11.properties.writes.properties.replicas.properties.max,data:data154};
if(vErrors === null){
vErrors = [err435];
}
else {
vErrors.push(err435);
}
errors++;
}
if(typeof data154 == "number"){
if(data154 > 100000 || isNaN(data154)){
const err436 = {instancePath:instancePath+"/writes/replicas/max",schemaPath:"#/properties/writes/properties/replicas/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema11.properties.writes.properties.replicas.properties.max,data:data154};
if(vErrors === null){
vErrors = [err436];
}
else {
vErrors.push(err436);
}
errors++;
}
if(data154 < 0 || isNaN(data154)){
const err437 = {instancePath:instancePath+"/writes/replicas/max",schemaPath:"#/properties/writes/properties/replicas/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.writes.properties.replicas.properties.max,data:data154};
if(vErrors === null){
vErrors = [err437];
}
else {
vErrors.push(err437);
}
errors++;
}
}
}
if(data152.fields !== undefined && func0.call(data152, "fields")){
let data155 = data152.fields;
if(Array.isArray(data155)){
const len55 = data155.length;
for(let i55=0; i55<len55; i55++){
let data156 = data155[i55];
if(typeof data156 === "string"){
if(func70(data156) > 256){
const err438 = {instancePath:instancePath+"/writes/replicas/fields/" + i55,schemaPath:"#/properties/writes/properties/replicas/properties/fields/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.writes.properties.replicas.properties.fields.items,data:data156};
if(vErrors === null){
vErrors = [err438];
}
else {
vErrors.push(err438);
}
errors++;
}
if(func70(data156) < 1){
const err439 = {instancePath:instancePath+"/writes/replicas/fields/" + i55,schemaPath:"#/properties/writes/properties/replicas/properties/fields/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.replicas.properties.fields.items,data:data156};
if(vErrors === null){
vErrors = [err439];
}
else {
vErrors.push(err439);
}
errors++;
}
if(!pattern23.test(data156)){
const err440 = {instancePath:instancePath+"/writes/replicas/fields/" + i55,schemaPath:"#/properties/writes/properties/replicas/properties/fields/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*$/.\\[\\]\" -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*$/.\\[\\]\" -]+$"+"\"",schema:"^[A-Za-z0-9_*$/.\\[\\]\" -]+$",parentSchema:schema11.properties.writes.properties.replicas.properties.fields.items,data:data156};
if(vErrors === null){
vErrors = [err440];
}
else {
vErrors.push(err440);
}
errors++;
}
}
else {
const err441 = {instancePath:instancePath+"/writes/replicas/fields/" + i55,schemaPath:"#/properties/writes/properties/replicas/properties/fields/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.replicas.properties.fields.items.type,parentSchema:schema11.properties.writes.properties.replicas.properties.fields.items,data:data156};
if(vErrors === null){
vErrors = [err441];
}
else {
vErrors.push(err441);
}
errors++;
}
}
}
else {
const err442 = {instancePath:instancePath+"/writes/replicas/fields",schemaPath:"#/properties/writes/properties/replicas/properties/fields/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.replicas.properties.fields.type,parentSchema:schema11.properties.writes.properties.replicas.properties.fields,data:data155};
if(vErrors === null){
vErrors = [err442];
}
else {
vErrors.push(err442);
}
errors++;
}
}
}
else {
const err443 = {instancePath:instancePath+"/writes/replicas",schemaPath:"#/properties/writes/properties/replicas/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.writes.properties.replicas.type,parentSchema:schema11.properties.writes.properties.replicas,data:data152};
if(vErrors === null){
vErrors = [err443];
}
else {
vErrors.push(err443);
}
errors++;
}
}
if(data103.fieldManager !== undefined && func0.call(data103, "fieldManager")){
let data157 = data103.fieldManager;
if(typeof data157 === "string"){
if(func70(data157) > 128){
const err444 = {instancePath:instancePath+"/writes/fieldManager",schemaPath:"#/properties/writes/properties/fieldManager/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema11.properties.writes.properties.fieldManager,data:data157};
if(vErrors === null){
vErrors = [err444];
}
else {
vErrors.push(err444);
}
errors++;
}
if(!pattern45.test(data157)){
const err445 = {instancePath:instancePath+"/writes/fieldManager",schemaPath:"#/properties/writes/properties/fieldManager/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._/-]+$"},message:"must match pattern \""+"^[A-Za-z0-9._/-]+$"+"\"",schema:"^[A-Za-z0-9._/-]+$",parentSchema:schema11.properties.writes.properties.fieldManager,data:data157};
if(vErrors === null){
vErrors = [err445];
}
else {
vErrors.push(err445);
}
errors++;
}
}
else {
const err446 = {instancePath:instancePath+"/writes/fieldManager",schemaPath:"#/properties/writes/properties/fieldManager/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.fieldManager.type,parentSchema:schema11.properties.writes.properties.fieldManager,data:data157};
if(vErrors === null){
vErrors = [err446];
}
else {
vErrors.push(err446);
}
errors++;
}
}
if(data103.force !== undefined && func0.call(data103, "force")){
let data158 = data103.force;
if(Array.isArray(data158)){
const len56 = data158.length;
for(let i56=0; i56<len56; i56++){
let data159 = data158[i56];
if(typeof data159 === "string"){
if(func70(data159) > 253){
const err447 = {instancePath:instancePath+"/writes/force/" + i56,schemaPath:"#/properties/writes/properties/force/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.writes.properties.force.items,data:data159};
if(vErrors === null){
vErrors = [err447];
}
else {
vErrors.push(err447);
}
errors++;
}
if(func70(data159) < 1){
const err448 = {instancePath:instancePath+"/writes/force/" + i56,schemaPath:"#/properties/writes/properties/force/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.writes.properties.force.items,data:data159};
if(vErrors === null){
vErrors = [err448];
}
else {
vErrors.push(err448);
}
errors++;
}
if(!pattern28.test(data159)){
const err449 = {instancePath:instancePath+"/writes/force/" + i56,schemaPath:"#/properties/writes/properties/force/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*/-]+$"},message:"must match pattern \""+"^[a-z0-9.*/-]+$"+"\"",schema:"^[a-z0-9.*/-]+$",parentSchema:schema11.properties.writes.properties.force.items,data:data159};
if(vErrors === null){
vErrors = [err449];
}
else {
vErrors.push(err449);
}
errors++;
}
}
else {
const err450 = {instancePath:instancePath+"/writes/force/" + i56,schemaPath:"#/properties/writes/properties/force/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.force.items.type,parentSchema:schema11.properties.writes.properties.force.items,data:data159};
if(vErrors === null){
vErrors = [err450];
}
else {
vErrors.push(err450);
}
errors++;
}
}
}
else {
const err451 = {instancePath:instancePath+"/writes/force",schemaPath:"#/properties/writes/properties/force/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.force.type,parentSchema:schema11.properties.writes.properties.force,data:data158};
if(vErrors === null){
vErrors = [err451];
}
else {
vErrors.push(err451);
}
errors++;
}
}
if(data103.access !== undefined && func0.call(data103, "access")){
let data160 = data103.access;
if(typeof data160 !== "boolean"){
const err452 = {instancePath:instancePath+"/writes/access",schemaPath:"#/properties/writes/properties/access/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema11.properties.writes.properties.access.type,parentSchema:schema11.properties.writes.properties.access,data:data160};
if(vErrors === null){
vErrors = [err452];
}
else {
vErrors.push(err452);
}
errors++;
}
}
if(data103.offLabels !== undefined && func0.call(data103, "offLabels")){
let data161 = data103.offLabels;
if(data161 && typeof data161 == "object" && !Array.isArray(data161)){
for(const key31 of Object.keys(data161)){
let data162 = data161[key31];
if(Array.isArray(data162)){
const len57 = data162.length;
for(let i57=0; i57<len57; i57++){
let data163 = data162[i57];
if(typeof data163 === "string"){
if(func70(data163) > 64){
const err453 = {instancePath:instancePath+"/writes/offLabels/" + key31.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i57,schemaPath:"#/properties/writes/properties/offLabels/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.writes.properties.offLabels.additionalProperties.items,data:data163};
if(vErrors === null){
vErrors = [err453];
}
else {
vErrors.push(err453);
}
errors++;
}
if(!pattern47.test(data163)){
const err454 = {instancePath:instancePath+"/writes/offLabels/" + key31.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i57,schemaPath:"#/properties/writes/properties/offLabels/additionalProperties/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._*-]*$"},message:"must match pattern \""+"^[A-Za-z0-9._*-]*$"+"\"",schema:"^[A-Za-z0-9._*-]*$",parentSchema:schema11.properties.writes.properties.offLabels.additionalProperties.items,data:data163};
if(vErrors === null){
vErrors = [err454];
}
else {
vErrors.push(err454);
}
errors++;
}
}
else {
const err455 = {instancePath:instancePath+"/writes/offLabels/" + key31.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i57,schemaPath:"#/properties/writes/properties/offLabels/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.offLabels.additionalProperties.items.type,parentSchema:schema11.properties.writes.properties.offLabels.additionalProperties.items,data:data163};
if(vErrors === null){
vErrors = [err455];
}
else {
vErrors.push(err455);
}
errors++;
}
}
}
else {
const err456 = {instancePath:instancePath+"/writes/offLabels/" + key31.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/writes/properties/offLabels/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.offLabels.additionalProperties.type,parentSchema:schema11.properties.writes.properties.offLabels.additionalProperties,data:data162};
if(vErrors === null){
vErrors = [err456];
}
else {
vErrors.push(err456);
}
errors++;
}
}
}
else {
const err457 = {instancePath:instancePath+"/writes/offLabels",schemaPath:"#/properties/writes/properties/offLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.writes.properties.offLabels.type,parentSchema:schema11.properties.writes.properties.offLabels,data:data161};
if(vErrors === null){
vErrors = [err457];
}
else {
vErrors.push(err457);
}
errors++;
}
}
if(data103.tools !== undefined && func0.call(data103, "tools")){
let data164 = data103.tools;
if(data164 && typeof data164 == "object" && !Array.isArray(data164)){
for(const key32 of Object.keys(data164)){
let data165 = data164[key32];
if(Array.isArray(data165)){
if(data165.length < 1){
const err458 = {instancePath:instancePath+"/writes/tools/" + key32.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/writes/properties/tools/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.writes.properties.tools.additionalProperties,data:data165};
if(vErrors === null){
vErrors = [err458];
}
else {
vErrors.push(err458);
}
errors++;
}
const len58 = data165.length;
for(let i58=0; i58<len58; i58++){
let data166 = data165[i58];
if(typeof data166 !== "string"){
const err459 = {instancePath:instancePath+"/writes/tools/" + key32.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i58,schemaPath:"#/properties/writes/properties/tools/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.tools.additionalProperties.items.type,parentSchema:schema11.properties.writes.properties.tools.additionalProperties.items,data:data166};
if(vErrors === null){
vErrors = [err459];
}
else {
vErrors.push(err459);
}
errors++;
}
if(!((((data166 === "create") || (data166 === "update")) || (data166 === "patch")) || (data166 === "delete"))){
const err460 = {instancePath:instancePath+"/writes/tools/" + key32.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i58,schemaPath:"#/properties/writes/properties/tools/additionalProperties/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.writes.properties.tools.additionalProperties.items.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.writes.properties.tools.additionalProperties.items.enum,parentSchema:schema11.properties.writes.properties.tools.additionalProperties.items,data:data166};
if(vErrors === null){
vErrors = [err460];
}
else {
vErrors.push(err460);
}
errors++;
}
}
}
else {
const err461 = {instancePath:instancePath+"/writes/tools/" + key32.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/writes/properties/tools/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.tools.additionalProperties.type,parentSchema:schema11.properties.writes.properties.tools.additionalProperties,data:data165};
if(vErrors === null){
vErrors = [err461];
}
else {
vErrors.push(err461);
}
errors++;
}
}
}
else {
const err462 = {instancePath:instancePath+"/writes/tools",schemaPath:"#/properties/writes/properties/tools/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.writes.properties.tools.type,parentSchema:schema11.properties.writes.properties.tools,data:data164};
if(vErrors === null){
vErrors = [err462];
}
else {
vErrors.push(err462);
}
errors++;
}
}
if(data103.manifest !== undefined && func0.call(data103, "manifest")){
let data167 = data103.manifest;
if(data167 && typeof data167 == "object" && !Array.isArray(data167)){
if((data167.objects === undefined) || (!(func0.call(data167, "objects")))){
const err463 = {instancePath:instancePath+"/writes/manifest",schemaPath:"#/properties/writes/properties/manifest/required",keyword:"required",params:{missingProperty: "objects"},message:"must have required property '"+"objects"+"'",schema:schema11.properties.writes.properties.manifest.required,parentSchema:schema11.properties.writes.properties.manifest,data:data167};
if(vErrors === null){
vErrors = [err463];
}
else {
vErrors.push(err463);
}
errors++;
}
for(const key33 of Object.keys(data167)){
if(!(key33 === "objects")){
const err464 = {instancePath:instancePath+"/writes/manifest",schemaPath:"#/properties/writes/properties/manifest/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.writes.properties.manifest,data:data167};
if(vErrors === null){
vErrors = [err464];
}
else {
vErrors.push(err464);
}
errors++;
}
}
if(data167.objects !== undefined && func0.call(data167, "objects")){
let data168 = data167.objects;
if(!((typeof data168 == "number") && (!(data168 % 1) && !isNaN(data168)))){
const err465 = {instancePath:instancePath+"/writes/manifest/objects",schemaPath:"#/properties/writes/properties/manifest/properties/objects/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.writes.properties.manifest.properties.objects.type,parentSchema:schema11.properties.writes.properties.manifest.properties.objects,data:data168};
if(vErrors === null){
vErrors = [err465];
}
else {
vErrors.push(err465);
}
errors++;
}
if(typeof data168 == "number"){
if(data168 > 50 || isNaN(data168)){
const err466 = {instancePath:instancePath+"/writes/manifest/objects",schemaPath:"#/properties/writes/properties/manifest/properties/objects/maximum",keyword:"maximum",params:{comparison: "<=", limit: 50},message:"must be <= 50",schema:50,parentSchema:schema11.properties.writes.properties.manifest.properties.objects,data:data168};
if(vErrors === null){
vErrors = [err466];
}
else {
vErrors.push(err466);
}
errors++;
}
if(data168 < 1 || isNaN(data168)){
const err467 = {instancePath:instancePath+"/writes/manifest/objects",schemaPath:"#/properties/writes/properties/manifest/properties/objects/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.writes.properties.manifest.properties.objects,data:data168};
if(vErrors === null){
vErrors = [err467];
}
else {
vErrors.push(err467);
}
errors++;
}
}
}
}
else {
const err468 = {instancePath:instancePath+"/writes/manifest",schemaPath:"#/properties/writes/properties/manifest/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.writes.properties.manifest.type,parentSchema:schema11.properties.writes.properties.manifest,data:data167};
if(vErrors === null){
vErrors = [err468];
}
else {
vErrors.push(err468);
}
errors++;
}
}
if(data103.first !== undefined && func0.call(data103, "first")){
let data169 = data103.first;
if(Array.isArray(data169)){
const len59 = data169.length;
for(let i59=0; i59<len59; i59++){
let data170 = data169[i59];
if(typeof data170 === "string"){
if(func70(data170) > 253){
const err469 = {instancePath:instancePath+"/writes/first/" + i59,schemaPath:"#/properties/writes/properties/first/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.writes.properties.first.items,data:data170};
if(vErrors === null){
vErrors = [err469];
}
else {
vErrors.push(err469);
}
errors++;
}
if(!pattern48.test(data170)){
const err470 = {instancePath:instancePath+"/writes/first/" + i59,schemaPath:"#/properties/writes/properties/first/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9./-]+$"},message:"must match pattern \""+"^[A-Za-z0-9./-]+$"+"\"",schema:"^[A-Za-z0-9./-]+$",parentSchema:schema11.properties.writes.properties.first.items,data:data170};
if(vErrors === null){
vErrors = [err470];
}
else {
vErrors.push(err470);
}
errors++;
}
}
else {
const err471 = {instancePath:instancePath+"/writes/first/" + i59,schemaPath:"#/properties/writes/properties/first/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.writes.properties.first.items.type,parentSchema:schema11.properties.writes.properties.first.items,data:data170};
if(vErrors === null){
vErrors = [err471];
}
else {
vErrors.push(err471);
}
errors++;
}
}
}
else {
const err472 = {instancePath:instancePath+"/writes/first",schemaPath:"#/properties/writes/properties/first/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.writes.properties.first.type,parentSchema:schema11.properties.writes.properties.first,data:data169};
if(vErrors === null){
vErrors = [err472];
}
else {
vErrors.push(err472);
}
errors++;
}
}
if(data103.waitSeconds !== undefined && func0.call(data103, "waitSeconds")){
let data171 = data103.waitSeconds;
if(!((typeof data171 == "number") && (!(data171 % 1) && !isNaN(data171)))){
const err473 = {instancePath:instancePath+"/writes/waitSeconds",schemaPath:"#/properties/writes/properties/waitSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.writes.properties.waitSeconds.type,parentSchema:schema11.properties.writes.properties.waitSeconds,data:data171};
if(vErrors === null){
vErrors = [err473];
}
else {
vErrors.push(err473);
}
errors++;
}
if(typeof data171 == "number"){
if(data171 > 3600 || isNaN(data171)){
const err474 = {instancePath:instancePath+"/writes/waitSeconds",schemaPath:"#/properties/writes/properties/waitSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600",schema:3600,parentSchema:schema11.properties.writes.properties.waitSeconds,data:data171};
if(vErrors === null){
vErrors = [err474];
}
else {
vErrors.push(err474);
}
errors++;
}
if(data171 < 1 || isNaN(data171)){
const err475 = {instancePath:instancePath+"/writes/waitSeconds",schemaPath:"#/properties/writes/properties/waitSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.writes.properties.waitSeconds,data:data171};
if(vErrors === null){
vErrors = [err475];
}
else {
vErrors.push(err475);
}
errors++;
}
}
}
}
else {
const err476 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.writes.type,parentSchema:schema11.properties.writes,data:data103};
if(vErrors === null){
vErrors = [err476];
}
else {
vErrors.push(err476);
}
errors++;
}
}
if(data.workload !== undefined && func0.call(data, "workload")){
let data172 = data.workload;
if(data172 && typeof data172 == "object" && !Array.isArray(data172)){
if((data172.templates === undefined) || (!(func0.call(data172, "templates")))){
const err477 = {instancePath:instancePath+"/workload",schemaPath:"#/properties/workload/required",keyword:"required",params:{missingProperty: "templates"},message:"must have required property '"+"templates"+"'",schema:schema11.properties.workload.required,parentSchema:schema11.properties.workload,data:data172};
if(vErrors === null){
vErrors = [err477];
}
else {
vErrors.push(err477);
}
errors++;
}
if((data172.containers === undefined) || (!(func0.call(data172, "containers")))){
const err478 = {instancePath:instancePath+"/workload",schemaPath:"#/properties/workload/required",keyword:"required",params:{missingProperty: "containers"},message:"must have required property '"+"containers"+"'",schema:schema11.properties.workload.required,parentSchema:schema11.properties.workload,data:data172};
if(vErrors === null){
vErrors = [err478];
}
else {
vErrors.push(err478);
}
errors++;
}
if((data172.closed === undefined) || (!(func0.call(data172, "closed")))){
const err479 = {instancePath:instancePath+"/workload",schemaPath:"#/properties/workload/required",keyword:"required",params:{missingProperty: "closed"},message:"must have required property '"+"closed"+"'",schema:schema11.properties.workload.required,parentSchema:schema11.properties.workload,data:data172};
if(vErrors === null){
vErrors = [err479];
}
else {
vErrors.push(err479);
}
errors++;
}
if((data172.capabilities === undefined) || (!(func0.call(data172, "capabilities")))){
const err480 = {instancePath:instancePath+"/workload",schemaPath:"#/properties/workload/required",keyword:"required",params:{missingProperty: "capabilities"},message:"must have required property '"+"capabilities"+"'",schema:schema11.properties.workload.required,parentSchema:schema11.properties.workload,data:data172};
if(vErrors === null){
vErrors = [err480];
}
else {
vErrors.push(err480);
}
errors++;
}
if((data172.hostPaths === undefined) || (!(func0.call(data172, "hostPaths")))){
const err481 = {instancePath:instancePath+"/workload",schemaPath:"#/properties/workload/required",keyword:"required",params:{missingProperty: "hostPaths"},message:"must have required property '"+"hostPaths"+"'",schema:schema11.properties.workload.required,parentSchema:schema11.properties.workload,data:data172};
if(vErrors === null){
vErrors = [err481];
}
else {
vErrors.push(err481);
}
errors++;
}
if((data172.serviceAccounts === undefined) || (!(func0.call(data172, "serviceAccounts")))){
const err482 = {instancePath:instancePath+"/workload",schemaPath:"#/properties/workload/required",keyword:"required",params:{missingProperty: "serviceAccounts"},message:"must have required property '"+"serviceAccounts"+"'",schema:schema11.properties.workload.required,parentSchema:schema11.properties.workload,data:data172};
if(vErrors === null){
vErrors = [err482];
}
else {
vErrors.push(err482);
}
errors++;
}
if((data172.automount === undefined) || (!(func0.call(data172, "automount")))){
const err483 = {instancePath:instancePath+"/workload",schemaPath:"#/properties/workload/required",keyword:"required",params:{missingProperty: "automount"},message:"must have required property '"+"automount"+"'",schema:schema11.properties.workload.required,parentSchema:schema11.properties.workload,data:data172};
if(vErrors === null){
vErrors = [err483];
}
else {
vErrors.push(err483);
}
errors++;
}
if((data172.images === undefined) || (!(func0.call(data172, "images")))){
const err484 = {instancePath:instancePath+"/workload",schemaPath:"#/properties/workload/required",keyword:"required",params:{missingProperty: "images"},message:"must have required property '"+"images"+"'",schema:schema11.properties.workload.required,parentSchema:schema11.properties.workload,data:data172};
if(vErrors === null){
vErrors = [err484];
}
else {
vErrors.push(err484);
}
errors++;
}
for(const key34 of Object.keys(data172)){
if(!((((((((key34 === "templates") || (key34 === "containers")) || (key34 === "closed")) || (key34 === "capabilities")) || (key34 === "hostPaths")) || (key34 === "serviceAccounts")) || (key34 === "automount")) || (key34 === "images"))){
const err485 = {instancePath:instancePath+"/workload",schemaPath:"#/properties/workload/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.workload,data:data172};
if(vErrors === null){
vErrors = [err485];
}
else {
vErrors.push(err485);
}
errors++;
}
}
if(data172.templates !== undefined && func0.call(data172, "templates")){
let data173 = data172.templates;
if(data173 && typeof data173 == "object" && !Array.isArray(data173)){
for(const key35 of Object.keys(data173)){
let data174 = data173[key35];
if(typeof data174 === "string"){
if(func70(data174) > 256){
const err486 = {instancePath:instancePath+"/workload/templates/" + key35.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/workload/properties/templates/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.workload.properties.templates.additionalProperties,data:data174};
if(vErrors === null){
vErrors = [err486];
}
else {
vErrors.push(err486);
}
errors++;
}
if(!pattern49.test(data174)){
const err487 = {instancePath:instancePath+"/workload/templates/" + key35.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/workload/properties/templates/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*$"},message:"must match pattern \""+"^[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*$"+"\"",schema:"^[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*$",parentSchema:schema11.properties.workload.properties.templates.additionalProperties,data:data174};
if(vErrors === null){
vErrors = [err487];
}
else {
vErrors.push(err487);
}
errors++;
}
}
else {
const err488 = {instancePath:instancePath+"/workload/templates/" + key35.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/workload/properties/templates/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.workload.properties.templates.additionalProperties.type,parentSchema:schema11.properties.workload.properties.templates.additionalProperties,data:data174};
if(vErrors === null){
vErrors = [err488];
}
else {
vErrors.push(err488);
}
errors++;
}
}
}
else {
const err489 = {instancePath:instancePath+"/workload/templates",schemaPath:"#/properties/workload/properties/templates/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.workload.properties.templates.type,parentSchema:schema11.properties.workload.properties.templates,data:data173};
if(vErrors === null){
vErrors = [err489];
}
else {
vErrors.push(err489);
}
errors++;
}
}
if(data172.containers !== undefined && func0.call(data172, "containers")){
let data175 = data172.containers;
if(Array.isArray(data175)){
if(data175.length < 1){
const err490 = {instancePath:instancePath+"/workload/containers",schemaPath:"#/properties/workload/properties/containers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.workload.properties.containers,data:data175};
if(vErrors === null){
vErrors = [err490];
}
else {
vErrors.push(err490);
}
errors++;
}
const len60 = data175.length;
for(let i60=0; i60<len60; i60++){
let data176 = data175[i60];
if(typeof data176 === "string"){
if(func70(data176) > 64){
const err491 = {instancePath:instancePath+"/workload/containers/" + i60,schemaPath:"#/properties/workload/properties/containers/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.workload.properties.containers.items,data:data176};
if(vErrors === null){
vErrors = [err491];
}
else {
vErrors.push(err491);
}
errors++;
}
if(!pattern17.test(data176)){
const err492 = {instancePath:instancePath+"/workload/containers/" + i60,schemaPath:"#/properties/workload/properties/containers/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]+$"},message:"must match pattern \""+"^[A-Za-z0-9]+$"+"\"",schema:"^[A-Za-z0-9]+$",parentSchema:schema11.properties.workload.properties.containers.items,data:data176};
if(vErrors === null){
vErrors = [err492];
}
else {
vErrors.push(err492);
}
errors++;
}
}
else {
const err493 = {instancePath:instancePath+"/workload/containers/" + i60,schemaPath:"#/properties/workload/properties/containers/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.workload.properties.containers.items.type,parentSchema:schema11.properties.workload.properties.containers.items,data:data176};
if(vErrors === null){
vErrors = [err493];
}
else {
vErrors.push(err493);
}
errors++;
}
}
}
else {
const err494 = {instancePath:instancePath+"/workload/containers",schemaPath:"#/properties/workload/properties/containers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.workload.properties.containers.type,parentSchema:schema11.properties.workload.properties.containers,data:data175};
if(vErrors === null){
vErrors = [err494];
}
else {
vErrors.push(err494);
}
errors++;
}
}
if(data172.closed !== undefined && func0.call(data172, "closed")){
let data177 = data172.closed;
if(data177 && typeof data177 == "object" && !Array.isArray(data177)){
if((data177.privileged === undefined) || (!(func0.call(data177, "privileged")))){
const err495 = {instancePath:instancePath+"/workload/closed",schemaPath:"#/properties/workload/properties/closed/required",keyword:"required",params:{missingProperty: "privileged"},message:"must have required property '"+"privileged"+"'",schema:schema11.properties.workload.properties.closed.required,parentSchema:schema11.properties.workload.properties.closed,data:data177};
if(vErrors === null){
vErrors = [err495];
}
else {
vErrors.push(err495);
}
errors++;
}
if((data177.host === undefined) || (!(func0.call(data177, "host")))){
const err496 = {instancePath:instancePath+"/workload/closed",schemaPath:"#/properties/workload/properties/closed/required",keyword:"required",params:{missingProperty: "host"},message:"must have required property '"+"host"+"'",schema:schema11.properties.workload.properties.closed.required,parentSchema:schema11.properties.workload.properties.closed,data:data177};
if(vErrors === null){
vErrors = [err496];
}
else {
vErrors.push(err496);
}
errors++;
}
if((data177.escalation === undefined) || (!(func0.call(data177, "escalation")))){
const err497 = {instancePath:instancePath+"/workload/closed",schemaPath:"#/properties/workload/properties/closed/required",keyword:"required",params:{missingProperty: "escalation"},message:"must have required property '"+"escalation"+"'",schema:schema11.properties.workload.properties.closed.required,parentSchema:schema11.properties.workload.properties.closed,data:data177};
if(vErrors === null){
vErrors = [err497];
}
else {
vErrors.push(err497);
}
errors++;
}
if((data177.rootUser === undefined) || (!(func0.call(data177, "rootUser")))){
const err498 = {instancePath:instancePath+"/workload/closed",schemaPath:"#/properties/workload/properties/closed/required",keyword:"required",params:{missingProperty: "rootUser"},message:"must have required property '"+"rootUser"+"'",schema:schema11.properties.workload.properties.closed.required,parentSchema:schema11.properties.workload.properties.closed,data:data177};
if(vErrors === null){
vErrors = [err498];
}
else {
vErrors.push(err498);
}
errors++;
}
if((data177.unconfined === undefined) || (!(func0.call(data177, "unconfined")))){
const err499 = {instancePath:instancePath+"/workload/closed",schemaPath:"#/properties/workload/properties/closed/required",keyword:"required",params:{missingProperty: "unconfined"},message:"must have required property '"+"unconfined"+"'",schema:schema11.properties.workload.properties.closed.required,parentSchema:schema11.properties.workload.properties.closed,data:data177};
if(vErrors === null){
vErrors = [err499];
}
else {
vErrors.push(err499);
}
errors++;
}
for(const key36 of Object.keys(data177)){
if(!(((((key36 === "privileged") || (key36 === "host")) || (key36 === "escalation")) || (key36 === "rootUser")) || (key36 === "unconfined"))){
const err500 = {instancePath:instancePath+"/workload/closed",schemaPath:"#/properties/workload/properties/closed/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key36},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.workload.properties.closed,data:data177};
if(vErrors === null){
vErrors = [err500];
}
else {
vErrors.push(err500);
}
errors++;
}
}
if(data177.privileged !== undefined && func0.call(data177, "privileged")){
let data178 = data177.privileged;
if(data178 && typeof data178 == "object" && !Array.isArray(data178)){
for(const key37 of Object.keys(data178)){
let data179 = data178[key37];
if(Array.isArray(data179)){
const len61 = data179.length;
for(let i61=0; i61<len61; i61++){
let data180 = data179[i61];
if(((typeof data180 !== "boolean") && (!((typeof data180 == "number") && (!(data180 % 1) && !isNaN(data180))))) && (typeof data180 !== "string")){
const err501 = {instancePath:instancePath+"/workload/closed/privileged/" + key37.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i61,schemaPath:"#/properties/workload/properties/closed/properties/privileged/additionalProperties/items/type",keyword:"type",params:{type: schema11.properties.workload.properties.closed.properties.privileged.additionalProperties.items.type},message:"must be boolean,integer,string",schema:schema11.properties.workload.properties.closed.properties.privileged.additionalProperties.items.type,parentSchema:schema11.properties.workload.properties.closed.properties.privileged.additionalProperties.items,data:data180};
if(vErrors === null){
vErrors = [err501];
}
else {
vErrors.push(err501);
}
errors++;
}
}
}
else {
const err502 = {instancePath:instancePath+"/workload/closed/privileged/" + key37.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/workload/properties/closed/properties/privileged/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.workload.properties.closed.properties.privileged.additionalProperties.type,parentSchema:schema11.properties.workload.properties.closed.properties.privileged.additionalProperties,data:data179};
if(vErrors === null){
vErrors = [err502];
}
else {
vErrors.push(err502);
}
errors++;
}
}
}
else {
const err503 = {instancePath:instancePath+"/workload/closed/privileged",schemaPath:"#/properties/workload/properties/closed/properties/privileged/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.workload.properties.closed.properties.privileged.type,parentSchema:schema11.properties.workload.properties.closed.properties.privileged,data:data178};
if(vErrors === null){
vErrors = [err503];
}
else {
vErrors.push(err503);
}
errors++;
}
}
if(data177.host !== undefined && func0.call(data177, "host")){
let data181 = data177.host;
if(data181 && typeof data181 == "object" && !Array.isArray(data181)){
for(const key38 of Object.keys(data181)){
let data182 = data181[key38];
if(Array.isArray(data182)){
const len62 = data182.length;
for(let i62=0; i62<len62; i62++){
let data183 = data182[i62];
if(((typeof data183 !== "boolean") && (!((typeof data183 == "number") && (!(data183 % 1) && !isNaN(data183))))) && (typeof data183 !== "string")){
const err504 = {instancePath:instancePath+"/workload/closed/host/" + key38.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i62,schemaPath:"#/properties/workload/properties/closed/properties/host/additionalProperties/items/type",keyword:"type",params:{type: schema11.properties.workload.properties.closed.properties.host.additionalProperties.items.type},message:"must be boolean,integer,string",schema:schema11.properties.workload.properties.closed.properties.host.additionalProperties.items.type,parentSchema:schema11.properties.workload.properties.closed.properties.host.additionalProperties.items,data:data183};
if(vErrors === null){
vErrors = [err504];
}
else {
vErrors.push(err504);
}
errors++;
}
}
}
else {
const err505 = {instancePath:instancePath+"/workload/closed/host/" + key38.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/workload/properties/closed/properties/host/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.workload.properties.closed.properties.host.additionalProperties.type,parentSchema:schema11.properties.workload.properties.closed.properties.host.additionalProperties,data:data182};
if(vErrors === null){
vErrors = [err505];
}
else {
vErrors.push(err505);
}
errors++;
}
}
}
else {
const err506 = {instancePath:instancePath+"/workload/closed/host",schemaPath:"#/properties/workload/properties/closed/properties/host/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.workload.properties.closed.properties.host.type,parentSchema:schema11.properties.workload.properties.closed.properties.host,data:data181};
if(vErrors === null){
vErrors = [err506];
}
else {
vErrors.push(err506);
}
errors++;
}
}
if(data177.escalation !== undefined && func0.call(data177, "escalation")){
let data184 = data177.escalation;
if(data184 && typeof data184 == "object" && !Array.isArray(data184)){
for(const key39 of Object.keys(data184)){
let data185 = data184[key39];
if(Array.isArray(data185)){
const len63 = data185.length;
for(let i63=0; i63<len63; i63++){
let data186 = data185[i63];
if(((typeof data186 !== "boolean") && (!((typeof data186 == "number") && (!(data186 % 1) && !isNaN(data186))))) && (typeof data186 !== "string")){
const err507 = {instancePath:instancePath+"/workload/closed/escalation/" + key39.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i63,schemaPath:"#/properties/workload/properties/closed/properties/escalation/additionalProperties/items/type",keyword:"type",params:{type: schema11.properties.workload.properties.closed.properties.escalation.additionalProperties.items.type},message:"must be boolean,integer,string",schema:schema11.properties.workload.properties.closed.properties.escalation.additionalProperties.items.type,parentSchema:schema11.properties.workload.properties.closed.properties.escalation.additionalProperties.items,data:data186};
if(vErrors === null){
vErrors = [err507];
}
else {
vErrors.push(err507);
}
errors++;
}
}
}
else {
const err508 = {instancePath:instancePath+"/workload/closed/escalation/" + key39.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/workload/properties/closed/properties/escalation/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.workload.properties.closed.properties.escalation.additionalProperties.type,parentSchema:schema11.properties.workload.properties.closed.properties.escalation.additionalProperties,data:data185};
if(vErrors === null){
vErrors = [err508];
}
else {
vErrors.push(err508);
}
errors++;
}
}
}
else {
const err509 = {instancePath:instancePath+"/workload/closed/escalation",schemaPath:"#/properties/workload/properties/closed/properties/escalation/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.workload.properties.closed.properties.escalation.type,parentSchema:schema11.properties.workload.properties.closed.properties.escalation,data:data184};
if(vErrors === null){
vErrors = [err509];
}
else {
vErrors.push(err509);
}
errors++;
}
}
if(data177.rootUser !== undefined && func0.call(data177, "rootUser")){
let data187 = data177.rootUser;
if(data187 && typeof data187 == "object" && !Array.isArray(data187)){
for(const key40 of Object.keys(data187)){
let data188 = data187[key40];
if(Array.isArray(data188)){
const len64 = data188.length;
for(let i64=0; i64<len64; i64++){
let data189 = data188[i64];
if(((typeof data189 !== "boolean") && (!((typeof data189 == "number") && (!(data189 % 1) && !isNaN(data189))))) && (typeof data189 !== "string")){
const err510 = {instancePath:instancePath+"/workload/closed/rootUser/" + key40.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i64,schemaPath:"#/properties/workload/properties/closed/properties/rootUser/additionalProperties/items/type",keyword:"type",params:{type: schema11.properties.workload.properties.closed.properties.rootUser.additionalProperties.items.type},message:"must be boolean,integer,string",schema:schema11.properties.workload.properties.closed.properties.rootUser.additionalProperties.items.type,parentSchema:schema11.properties.workload.properties.closed.properties.rootUser.additionalProperties.items,data:data189};
if(vErrors === null){
vErrors = [err510];
}
else {
vErrors.push(err510);
}
errors++;
}
}
}
else {
const err511 = {instancePath:instancePath+"/workload/closed/rootUser/" + key40.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/workload/properties/closed/properties/rootUser/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.workload.properties.closed.properties.rootUser.additionalProperties.type,parentSchema:schema11.properties.workload.properties.closed.properties.rootUser.additionalProperties,data:data188};
if(vErrors === null){
vErrors = [err511];
}
else {
vErrors.push(err511);
}
errors++;
}
}
}
else {
const err512 = {instancePath:instancePath+"/workload/closed/rootUser",schemaPath:"#/properties/workload/properties/closed/properties/rootUser/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.workload.properties.closed.properties.rootUser.type,parentSchema:schema11.properties.workload.properties.closed.properties.rootUser,data:data187};
if(vErrors === null){
vErrors = [err512];
}
else {
vErrors.push(err512);
}
errors++;
}
}
if(data177.unconfined !== undefined && func0.call(data177, "unconfined")){
let data190 = data177.unconfined;
if(data190 && typeof data190 == "object" && !Array.isArray(data190)){
for(const key41 of Object.keys(data190)){
let data191 = data190[key41];
if(Array.isArray(data191)){
const len65 = data191.length;
for(let i65=0; i65<len65; i65++){
let data192 = data191[i65];
if(((typeof data192 !== "boolean") && (!((typeof data192 == "number") && (!(data192 % 1) && !isNaN(data192))))) && (typeof data192 !== "string")){
const err513 = {instancePath:instancePath+"/workload/closed/unconfined/" + key41.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i65,schemaPath:"#/properties/workload/properties/closed/properties/unconfined/additionalProperties/items/type",keyword:"type",params:{type: schema11.properties.workload.properties.closed.properties.unconfined.additionalProperties.items.type},message:"must be boolean,integer,string",schema:schema11.properties.workload.properties.closed.properties.unconfined.additionalProperties.items.type,parentSchema:schema11.properties.workload.properties.closed.properties.unconfined.additionalProperties.items,data:data192};
if(vErrors === null){
vErrors = [err513];
}
else {
vErrors.push(err513);
}
errors++;
}
}
}
else {
const err514 = {instancePath:instancePath+"/workload/closed/unconfined/" + key41.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/workload/properties/closed/properties/unconfined/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.workload.properties.closed.properties.unconfined.additionalProperties.type,parentSchema:schema11.properties.workload.properties.closed.properties.unconfined.additionalProperties,data:data191};
if(vErrors === null){
vErrors = [err514];
}
else {
vErrors.push(err514);
}
errors++;
}
}
}
else {
const err515 = {instancePath:instancePath+"/workload/closed/unconfined",schemaPath:"#/properties/workload/properties/closed/properties/unconfined/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.workload.properties.closed.properties.unconfined.type,parentSchema:schema11.properties.workload.properties.closed.properties.unconfined,data:data190};
if(vErrors === null){
vErrors = [err515];
}
else {
vErrors.push(err515);
}
errors++;
}
}
}
else {
const err516 = {instancePath:instancePath+"/workload/closed",schemaPath:"#/properties/workload/properties/closed/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.workload.properties.closed.type,parentSchema:schema11.properties.workload.properties.closed,data:data177};
if(vErrors === null){
vErrors = [err516];
}
else {
vErrors.push(err516);
}
errors++;
}
}
if(data172.capabilities !== undefined && func0.call(data172, "capabilities")){
let data193 = data172.capabilities;
if(Array.isArray(data193)){
const len66 = data193.length;
for(let i66=0; i66<len66; i66++){
let data194 = data193[i66];
if(typeof data194 === "string"){
if(func70(data194) > 64){
const err517 = {instancePath:instancePath+"/workload/capabilities/" + i66,schemaPath:"#/properties/workload/properties/capabilities/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.workload.properties.capabilities.items,data:data194};
if(vErrors === null){
vErrors = [err517];
}
else {
vErrors.push(err517);
}
errors++;
}
if(!pattern51.test(data194)){
const err518 = {instancePath:instancePath+"/workload/capabilities/" + i66,schemaPath:"#/properties/workload/properties/capabilities/items/pattern",keyword:"pattern",params:{pattern: "^[A-Z_]+$"},message:"must match pattern \""+"^[A-Z_]+$"+"\"",schema:"^[A-Z_]+$",parentSchema:schema11.properties.workload.properties.capabilities.items,data:data194};
if(vErrors === null){
vErrors = [err518];
}
else {
vErrors.push(err518);
}
errors++;
}
}
else {
const err519 = {instancePath:instancePath+"/workload/capabilities/" + i66,schemaPath:"#/properties/workload/properties/capabilities/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.workload.properties.capabilities.items.type,parentSchema:schema11.properties.workload.properties.capabilities.items,data:data194};
if(vErrors === null){
vErrors = [err519];
}
else {
vErrors.push(err519);
}
errors++;
}
}
}
else {
const err520 = {instancePath:instancePath+"/workload/capabilities",schemaPath:"#/properties/workload/properties/capabilities/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.workload.properties.capabilities.type,parentSchema:schema11.properties.workload.properties.capabilities,data:data193};
if(vErrors === null){
vErrors = [err520];
}
else {
vErrors.push(err520);
}
errors++;
}
}
if(data172.hostPaths !== undefined && func0.call(data172, "hostPaths")){
let data195 = data172.hostPaths;
if(Array.isArray(data195)){
const len67 = data195.length;
for(let i67=0; i67<len67; i67++){
let data196 = data195[i67];
if(typeof data196 === "string"){
if(func70(data196) > 253){
const err521 = {instancePath:instancePath+"/workload/hostPaths/" + i67,schemaPath:"#/properties/workload/properties/hostPaths/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.workload.properties.hostPaths.items,data:data196};
if(vErrors === null){
vErrors = [err521];
}
else {
vErrors.push(err521);
}
errors++;
}
if(!pattern52.test(data196)){
const err522 = {instancePath:instancePath+"/workload/hostPaths/" + i67,schemaPath:"#/properties/workload/properties/hostPaths/items/pattern",keyword:"pattern",params:{pattern: "^[ -\\[\\]-~]*$"},message:"must match pattern \""+"^[ -\\[\\]-~]*$"+"\"",schema:"^[ -\\[\\]-~]*$",parentSchema:schema11.properties.workload.properties.hostPaths.items,data:data196};
if(vErrors === null){
vErrors = [err522];
}
else {
vErrors.push(err522);
}
errors++;
}
}
else {
const err523 = {instancePath:instancePath+"/workload/hostPaths/" + i67,schemaPath:"#/properties/workload/properties/hostPaths/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.workload.properties.hostPaths.items.type,parentSchema:schema11.properties.workload.properties.hostPaths.items,data:data196};
if(vErrors === null){
vErrors = [err523];
}
else {
vErrors.push(err523);
}
errors++;
}
}
}
else {
const err524 = {instancePath:instancePath+"/workload/hostPaths",schemaPath:"#/properties/workload/properties/hostPaths/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.workload.properties.hostPaths.type,parentSchema:schema11.properties.workload.properties.hostPaths,data:data195};
if(vErrors === null){
vErrors = [err524];
}
else {
vErrors.push(err524);
}
errors++;
}
}
if(data172.serviceAccounts !== undefined && func0.call(data172, "serviceAccounts")){
let data197 = data172.serviceAccounts;
if(Array.isArray(data197)){
const len68 = data197.length;
for(let i68=0; i68<len68; i68++){
let data198 = data197[i68];
if(typeof data198 === "string"){
if(func70(data198) > 253){
const err525 = {instancePath:instancePath+"/workload/serviceAccounts/" + i68,schemaPath:"#/properties/workload/properties/serviceAccounts/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.workload.properties.serviceAccounts.items,data:data198};
if(vErrors === null){
vErrors = [err525];
}
else {
vErrors.push(err525);
}
errors++;
}
if(!pattern8.test(data198)){
const err526 = {instancePath:instancePath+"/workload/serviceAccounts/" + i68,schemaPath:"#/properties/workload/properties/serviceAccounts/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*-]+$"},message:"must match pattern \""+"^[a-z0-9.*-]+$"+"\"",schema:"^[a-z0-9.*-]+$",parentSchema:schema11.properties.workload.properties.serviceAccounts.items,data:data198};
if(vErrors === null){
vErrors = [err526];
}
else {
vErrors.push(err526);
}
errors++;
}
}
else {
const err527 = {instancePath:instancePath+"/workload/serviceAccounts/" + i68,schemaPath:"#/properties/workload/properties/serviceAccounts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.workload.properties.serviceAccounts.items.type,parentSchema:schema11.properties.workload.properties.serviceAccounts.items,data:data198};
if(vErrors === null){
vErrors = [err527];
}
else {
vErrors.push(err527);
}
errors++;
}
}
}
else {
const err528 = {instancePath:instancePath+"/workload/serviceAccounts",schemaPath:"#/properties/workload/properties/serviceAccounts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.workload.properties.serviceAccounts.type,parentSchema:schema11.properties.workload.properties.serviceAccounts,data:data197};
if(vErrors === null){
vErrors = [err528];
}
else {
vErrors.push(err528);
}
errors++;
}
}
if(data172.automount !== undefined && func0.call(data172, "automount")){
let data199 = data172.automount;
if(typeof data199 !== "boolean"){
const err529 = {instancePath:instancePath+"/workload/automount",schemaPath:"#/properties/workload/properties/automount/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema11.properties.workload.properties.automount.type,parentSchema:schema11.properties.workload.properties.automount,data:data199};
if(vErrors === null){
vErrors = [err529];
}
else {
vErrors.push(err529);
}
errors++;
}
}
if(data172.images !== undefined && func0.call(data172, "images")){
let data200 = data172.images;
if(data200 && typeof data200 == "object" && !Array.isArray(data200)){
if((data200.allow === undefined) || (!(func0.call(data200, "allow")))){
const err530 = {instancePath:instancePath+"/workload/images",schemaPath:"#/properties/workload/properties/images/required",keyword:"required",params:{missingProperty: "allow"},message:"must have required property '"+"allow"+"'",schema:schema11.properties.workload.properties.images.required,parentSchema:schema11.properties.workload.properties.images,data:data200};
if(vErrors === null){
vErrors = [err530];
}
else {
vErrors.push(err530);
}
errors++;
}
if((data200.deny === undefined) || (!(func0.call(data200, "deny")))){
const err531 = {instancePath:instancePath+"/workload/images",schemaPath:"#/properties/workload/properties/images/required",keyword:"required",params:{missingProperty: "deny"},message:"must have required property '"+"deny"+"'",schema:schema11.properties.workload.properties.images.required,parentSchema:schema11.properties.workload.properties.images,data:data200};
if(vErrors === null){
vErrors = [err531];
}
else {
vErrors.push(err531);
}
errors++;
}
if((data200.tagsDenied === undefined) || (!(func0.call(data200, "tagsDenied")))){
const err532 = {instancePath:instancePath+"/workload/images",schemaPath:"#/properties/workload/properties/images/required",keyword:"required",params:{missingProperty: "tagsDenied"},message:"must have required property '"+"tagsDenied"+"'",schema:schema11.properties.workload.properties.images.required,parentSchema:schema11.properties.workload.properties.images,data:data200};
if(vErrors === null){
vErrors = [err532];
}
else {
vErrors.push(err532);
}
errors++;
}
for(const key42 of Object.keys(data200)){
if(!(((key42 === "allow") || (key42 === "deny")) || (key42 === "tagsDenied"))){
const err533 = {instancePath:instancePath+"/workload/images",schemaPath:"#/properties/workload/properties/images/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key42},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.workload.properties.images,data:data200};
if(vErrors === null){
vErrors = [err533];
}
else {
vErrors.push(err533);
}
errors++;
}
}
if(data200.allow !== undefined && func0.call(data200, "allow")){
let data201 = data200.allow;
if(Array.isArray(data201)){
const len69 = data201.length;
for(let i69=0; i69<len69; i69++){
let data202 = data201[i69];
if(typeof data202 === "string"){
if(func70(data202) > 253){
const err534 = {instancePath:instancePath+"/workload/images/allow/" + i69,schemaPath:"#/properties/workload/properties/images/properties/allow/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.workload.properties.images.properties.allow.items,data:data202};
if(vErrors === null){
vErrors = [err534];
}
else {
vErrors.push(err534);
}
errors++;
}
if(!pattern52.test(data202)){
const err535 = {instancePath:instancePath+"/workload/images/allow/" + i69,schemaPath:"#/properties/workload/properties/images/properties/allow/items/pattern",keyword:"pattern",params:{pattern: "^[ -\\[\\]-~]*$"},message:"must match pattern \""+"^[ -\\[\\]-~]*$"+"\"",schema:"^[ -\\[\\]-~]*$",parentSchema:schema11.properties.workload.properties.images.properties.allow.items,data:data202};
if(vErrors === null){
vErrors = [err535];
}
else {
vErrors.push(err535);
}
errors++;
}
}
else {
const err536 = {instancePath:instancePath+"/workload/images/allow/" + i69,schemaPath:"#/properties/workload/properties/images/properties/allow/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.workload.properties.images.properties.allow.items.type,parentSchema:schema11.properties.workload.properties.images.properties.allow.items,data:data202};
if(vErrors === null){
vErrors = [err536];
}
else {
vErrors.push(err536);
}
errors++;
}
}
}
else {
const err537 = {instancePath:instancePath+"/workload/images/allow",schemaPath:"#/properties/workload/properties/images/properties/allow/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.workload.properties.images.properties.allow.type,parentSchema:schema11.properties.workload.properties.images.properties.allow,data:data201};
if(vErrors === null){
vErrors = [err537];
}
else {
vErrors.push(err537);
}
errors++;
}
}
if(data200.deny !== undefined && func0.call(data200, "deny")){
let data203 = data200.deny;
if(Array.isArray(data203)){
const len70 = data203.length;
for(let i70=0; i70<len70; i70++){
let data204 = data203[i70];
if(typeof data204 === "string"){
if(func70(data204) > 253){
const err538 = {instancePath:instancePath+"/workload/images/deny/" + i70,schemaPath:"#/properties/workload/properties/images/properties/deny/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.workload.properties.images.properties.deny.items,data:data204};
if(vErrors === null){
vErrors = [err538];
}
else {
vErrors.push(err538);
}
errors++;
}
if(!pattern52.test(data204)){
const err539 = {instancePath:instancePath+"/workload/images/deny/" + i70,schemaPath:"#/properties/workload/properties/images/properties/deny/items/pattern",keyword:"pattern",params:{pattern: "^[ -\\[\\]-~]*$"},message:"must match pattern \""+"^[ -\\[\\]-~]*$"+"\"",schema:"^[ -\\[\\]-~]*$",parentSchema:schema11.properties.workload.properties.images.properties.deny.items,data:data204};
if(vErrors === null){
vErrors = [err539];
}
else {
vErrors.push(err539);
}
errors++;
}
}
else {
const err540 = {instancePath:instancePath+"/workload/images/deny/" + i70,schemaPath:"#/properties/workload/properties/images/properties/deny/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.workload.properties.images.properties.deny.items.type,parentSchema:schema11.properties.workload.properties.images.properties.deny.items,data:data204};
if(vErrors === null){
vErrors = [err540];
}
else {
vErrors.push(err540);
}
errors++;
}
}
}
else {
const err541 = {instancePath:instancePath+"/workload/images/deny",schemaPath:"#/properties/workload/properties/images/properties/deny/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.workload.properties.images.properties.deny.type,parentSchema:schema11.properties.workload.properties.images.properties.deny,data:data203};
if(vErrors === null){
vErrors = [err541];
}
else {
vErrors.push(err541);
}
errors++;
}
}
if(data200.tagsDenied !== undefined && func0.call(data200, "tagsDenied")){
let data205 = data200.tagsDenied;
if(Array.isArray(data205)){
const len71 = data205.length;
for(let i71=0; i71<len71; i71++){
let data206 = data205[i71];
if(typeof data206 === "string"){
if(func70(data206) > 128){
const err542 = {instancePath:instancePath+"/workload/images/tagsDenied/" + i71,schemaPath:"#/properties/workload/properties/images/properties/tagsDenied/items/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema11.properties.workload.properties.images.properties.tagsDenied.items,data:data206};
if(vErrors === null){
vErrors = [err542];
}
else {
vErrors.push(err542);
}
errors++;
}
if(!pattern56.test(data206)){
const err543 = {instancePath:instancePath+"/workload/images/tagsDenied/" + i71,schemaPath:"#/properties/workload/properties/images/properties/tagsDenied/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]*$"},message:"must match pattern \""+"^[A-Za-z0-9._-]*$"+"\"",schema:"^[A-Za-z0-9._-]*$",parentSchema:schema11.properties.workload.properties.images.properties.tagsDenied.items,data:data206};
if(vErrors === null){
vErrors = [err543];
}
else {
vErrors.push(err543);
}
errors++;
}
}
else {
const err544 = {instancePath:instancePath+"/workload/images/tagsDenied/" + i71,schemaPath:"#/properties/workload/properties/images/properties/tagsDenied/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.workload.properties.images.properties.tagsDenied.items.type,parentSchema:schema11.properties.workload.properties.images.properties.tagsDenied.items,data:data206};
if(vErrors === null){
vErrors = [err544];
}
else {
vErrors.push(err544);
}
errors++;
}
}
}
else {
const err545 = {instancePath:instancePath+"/workload/images/tagsDenied",schemaPath:"#/properties/workload/properties/images/properties/tagsDenied/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.workload.properties.images.properties.tagsDenied.type,parentSchema:schema11.properties.workload.properties.images.properties.tagsDenied,data:data205};
if(vErrors === null){
vErrors = [err545];
}
else {
vErrors.push(err545);
}
errors++;
}
}
}
else {
const err546 = {instancePath:instancePath+"/workload/images",schemaPath:"#/properties/workload/properties/images/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.workload.properties.images.type,parentSchema:schema11.properties.workload.properties.images,data:data200};
if(vErrors === null){
vErrors = [err546];
}
else {
vErrors.push(err546);
}
errors++;
}
}
}
else {
const err547 = {instancePath:instancePath+"/workload",schemaPath:"#/properties/workload/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.workload.type,parentSchema:schema11.properties.workload,data:data172};
if(vErrors === null){
vErrors = [err547];
}
else {
vErrors.push(err547);
}
errors++;
}
}
if(data.approval !== undefined && func0.call(data, "approval")){
let data207 = data.approval;
if(data207 && typeof data207 == "object" && !Array.isArray(data207)){
if((data207.methods === undefined) || (!(func0.call(data207, "methods")))){
const err548 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/required",keyword:"required",params:{missingProperty: "methods"},message:"must have required property '"+"methods"+"'",schema:schema11.properties.approval.required,parentSchema:schema11.properties.approval,data:data207};
if(vErrors === null){
vErrors = [err548];
}
else {
vErrors.push(err548);
}
errors++;
}
if((data207.approvers === undefined) || (!(func0.call(data207, "approvers")))){
const err549 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/required",keyword:"required",params:{missingProperty: "approvers"},message:"must have required property '"+"approvers"+"'",schema:schema11.properties.approval.required,parentSchema:schema11.properties.approval,data:data207};
if(vErrors === null){
vErrors = [err549];
}
else {
vErrors.push(err549);
}
errors++;
}
if((data207.quorum === undefined) || (!(func0.call(data207, "quorum")))){
const err550 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/required",keyword:"required",params:{missingProperty: "quorum"},message:"must have required property '"+"quorum"+"'",schema:schema11.properties.approval.required,parentSchema:schema11.properties.approval,data:data207};
if(vErrors === null){
vErrors = [err550];
}
else {
vErrors.push(err550);
}
errors++;
}
if((data207.requestWithinSeconds === undefined) || (!(func0.call(data207, "requestWithinSeconds")))){
const err551 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/required",keyword:"required",params:{missingProperty: "requestWithinSeconds"},message:"must have required property '"+"requestWithinSeconds"+"'",schema:schema11.properties.approval.required,parentSchema:schema11.properties.approval,data:data207};
if(vErrors === null){
vErrors = [err551];
}
else {
vErrors.push(err551);
}
errors++;
}
if((data207.useWithinSeconds === undefined) || (!(func0.call(data207, "useWithinSeconds")))){
const err552 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/required",keyword:"required",params:{missingProperty: "useWithinSeconds"},message:"must have required property '"+"useWithinSeconds"+"'",schema:schema11.properties.approval.required,parentSchema:schema11.properties.approval,data:data207};
if(vErrors === null){
vErrors = [err552];
}
else {
vErrors.push(err552);
}
errors++;
}
if((data207.waitSeconds === undefined) || (!(func0.call(data207, "waitSeconds")))){
const err553 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/required",keyword:"required",params:{missingProperty: "waitSeconds"},message:"must have required property '"+"waitSeconds"+"'",schema:schema11.properties.approval.required,parentSchema:schema11.properties.approval,data:data207};
if(vErrors === null){
vErrors = [err553];
}
else {
vErrors.push(err553);
}
errors++;
}
if((data207.notRequester === undefined) || (!(func0.call(data207, "notRequester")))){
const err554 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/required",keyword:"required",params:{missingProperty: "notRequester"},message:"must have required property '"+"notRequester"+"'",schema:schema11.properties.approval.required,parentSchema:schema11.properties.approval,data:data207};
if(vErrors === null){
vErrors = [err554];
}
else {
vErrors.push(err554);
}
errors++;
}
if((data207.groups === undefined) || (!(func0.call(data207, "groups")))){
const err555 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/required",keyword:"required",params:{missingProperty: "groups"},message:"must have required property '"+"groups"+"'",schema:schema11.properties.approval.required,parentSchema:schema11.properties.approval,data:data207};
if(vErrors === null){
vErrors = [err555];
}
else {
vErrors.push(err555);
}
errors++;
}
if((data207.stricter === undefined) || (!(func0.call(data207, "stricter")))){
const err556 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/required",keyword:"required",params:{missingProperty: "stricter"},message:"must have required property '"+"stricter"+"'",schema:schema11.properties.approval.required,parentSchema:schema11.properties.approval,data:data207};
if(vErrors === null){
vErrors = [err556];
}
else {
vErrors.push(err556);
}
errors++;
}
if((data207.skewSeconds === undefined) || (!(func0.call(data207, "skewSeconds")))){
const err557 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/required",keyword:"required",params:{missingProperty: "skewSeconds"},message:"must have required property '"+"skewSeconds"+"'",schema:schema11.properties.approval.required,parentSchema:schema11.properties.approval,data:data207};
if(vErrors === null){
vErrors = [err557];
}
else {
vErrors.push(err557);
}
errors++;
}
for(const key43 of Object.keys(data207)){
if(!(func0.call(schema11.properties.approval.properties, key43))){
const err558 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key43},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.approval,data:data207};
if(vErrors === null){
vErrors = [err558];
}
else {
vErrors.push(err558);
}
errors++;
}
}
if(data207.methods !== undefined && func0.call(data207, "methods")){
let data208 = data207.methods;
if(Array.isArray(data208)){
const len72 = data208.length;
for(let i72=0; i72<len72; i72++){
let data209 = data208[i72];
if(typeof data209 !== "string"){
const err559 = {instancePath:instancePath+"/approval/methods/" + i72,schemaPath:"#/properties/approval/properties/methods/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.approval.properties.methods.items.type,parentSchema:schema11.properties.approval.properties.methods.items,data:data209};
if(vErrors === null){
vErrors = [err559];
}
else {
vErrors.push(err559);
}
errors++;
}
if(!(((((data209 === "argument") || (data209 === "elicitation")) || (data209 === "page")) || (data209 === "cli")) || (data209 === "kubernetes"))){
const err560 = {instancePath:instancePath+"/approval/methods/" + i72,schemaPath:"#/properties/approval/properties/methods/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.approval.properties.methods.items.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.approval.properties.methods.items.enum,parentSchema:schema11.properties.approval.properties.methods.items,data:data209};
if(vErrors === null){
vErrors = [err560];
}
else {
vErrors.push(err560);
}
errors++;
}
}
}
else {
const err561 = {instancePath:instancePath+"/approval/methods",schemaPath:"#/properties/approval/properties/methods/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.approval.properties.methods.type,parentSchema:schema11.properties.approval.properties.methods,data:data208};
if(vErrors === null){
vErrors = [err561];
}
else {
vErrors.push(err561);
}
errors++;
}
}
if(data207.approvers !== undefined && func0.call(data207, "approvers")){
let data210 = data207.approvers;
if(Array.isArray(data210)){
const len73 = data210.length;
for(let i73=0; i73<len73; i73++){
let data211 = data210[i73];
if(typeof data211 === "string"){
if(func70(data211) > 253){
const err562 = {instancePath:instancePath+"/approval/approvers/" + i73,schemaPath:"#/properties/approval/properties/approvers/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.approval.properties.approvers.items,data:data211};
if(vErrors === null){
vErrors = [err562];
}
else {
vErrors.push(err562);
}
errors++;
}
if(func70(data211) < 1){
const err563 = {instancePath:instancePath+"/approval/approvers/" + i73,schemaPath:"#/properties/approval/properties/approvers/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.approval.properties.approvers.items,data:data211};
if(vErrors === null){
vErrors = [err563];
}
else {
vErrors.push(err563);
}
errors++;
}
if(!pattern52.test(data211)){
const err564 = {instancePath:instancePath+"/approval/approvers/" + i73,schemaPath:"#/properties/approval/properties/approvers/items/pattern",keyword:"pattern",params:{pattern: "^[ -\\[\\]-~]*$"},message:"must match pattern \""+"^[ -\\[\\]-~]*$"+"\"",schema:"^[ -\\[\\]-~]*$",parentSchema:schema11.properties.approval.properties.approvers.items,data:data211};
if(vErrors === null){
vErrors = [err564];
}
else {
vErrors.push(err564);
}
errors++;
}
}
else {
const err565 = {instancePath:instancePath+"/approval/approvers/" + i73,schemaPath:"#/properties/approval/properties/approvers/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.approval.properties.approvers.items.type,parentSchema:schema11.properties.approval.properties.approvers.items,data:data211};
if(vErrors === null){
vErrors = [err565];
}
else {
vErrors.push(err565);
}
errors++;
}
}
}
else {
const err566 = {instancePath:instancePath+"/approval/approvers",schemaPath:"#/properties/approval/properties/approvers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.approval.properties.approvers.type,parentSchema:schema11.properties.approval.properties.approvers,data:data210};
if(vErrors === null){
vErrors = [err566];
}
else {
vErrors.push(err566);
}
errors++;
}
}
if(data207.quorum !== undefined && func0.call(data207, "quorum")){
let data212 = data207.quorum;
if(!((typeof data212 == "number") && (!(data212 % 1) && !isNaN(data212)))){
const err567 = {instancePath:instancePath+"/approval/quorum",schemaPath:"#/properties/approval/properties/quorum/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.approval.properties.quorum.type,parentSchema:schema11.properties.approval.properties.quorum,data:data212};
if(vErrors === null){
vErrors = [err567];
}
else {
vErrors.push(err567);
}
errors++;
}
if(typeof data212 == "number"){
if(data212 > 16 || isNaN(data212)){
const err568 = {instancePath:instancePath+"/approval/quorum",schemaPath:"#/properties/approval/properties/quorum/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16},message:"must be <= 16",schema:16,parentSchema:schema11.properties.approval.properties.quorum,data:data212};
if(vErrors === null){
vErrors = [err568];
}
else {
vErrors.push(err568);
}
errors++;
}
if(data212 < 1 || isNaN(data212)){
const err569 = {instancePath:instancePath+"/approval/quorum",schemaPath:"#/properties/approval/properties/quorum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.approval.properties.quorum,data:data212};
if(vErrors === null){
vErrors = [err569];
}
else {
vErrors.push(err569);
}
errors++;
}
}
}
if(data207.requestWithinSeconds !== undefined && func0.call(data207, "requestWithinSeconds")){
let data213 = data207.requestWithinSeconds;
if(!((typeof data213 == "number") && (!(data213 % 1) && !isNaN(data213)))){
const err570 = {instancePath:instancePath+"/approval/requestWithinSeconds",schemaPath:"#/properties/approval/properties/requestWithinSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.approval.properties.requestWithinSeconds.type,parentSchema:schema11.properties.approval.properties.requestWithinSeconds,data:data213};
if(vErrors === null){
vErrors = [err570];
}
else {
vErrors.push(err570);
}
errors++;
}
if(typeof data213 == "number"){
if(data213 > 604800 || isNaN(data213)){
const err571 = {instancePath:instancePath+"/approval/requestWithinSeconds",schemaPath:"#/properties/approval/properties/requestWithinSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800},message:"must be <= 604800",schema:604800,parentSchema:schema11.properties.approval.properties.requestWithinSeconds,data:data213};
if(vErrors === null){
vErrors = [err571];
}
else {
vErrors.push(err571);
}
errors++;
}
if(data213 < 1 || isNaN(data213)){
const err572 = {instancePath:instancePath+"/approval/requestWithinSeconds",schemaPath:"#/properties/approval/properties/requestWithinSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.approval.properties.requestWithinSeconds,data:data213};
if(vErrors === null){
vErrors = [err572];
}
else {
vErrors.push(err572);
}
errors++;
}
}
}
if(data207.useWithinSeconds !== undefined && func0.call(data207, "useWithinSeconds")){
let data214 = data207.useWithinSeconds;
if(!((typeof data214 == "number") && (!(data214 % 1) && !isNaN(data214)))){
const err573 = {instancePath:instancePath+"/approval/useWithinSeconds",schemaPath:"#/properties/approval/properties/useWithinSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.approval.properties.useWithinSeconds.type,parentSchema:schema11.properties.approval.properties.useWithinSeconds,data:data214};
if(vErrors === null){
vErrors = [err573];
}
else {
vErrors.push(err573);
}
errors++;
}
if(typeof data214 == "number"){
if(data214 > 86400 || isNaN(data214)){
const err574 = {instancePath:instancePath+"/approval/useWithinSeconds",schemaPath:"#/properties/approval/properties/useWithinSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400",schema:86400,parentSchema:schema11.properties.approval.properties.useWithinSeconds,data:data214};
if(vErrors === null){
vErrors = [err574];
}
else {
vErrors.push(err574);
}
errors++;
}
if(data214 < 1 || isNaN(data214)){
const err575 = {instancePath:instancePath+"/approval/useWithinSeconds",schemaPath:"#/properties/approval/properties/useWithinSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.approval.properties.useWithinSeconds,data:data214};
if(vErrors === null){
vErrors = [err575];
}
else {
vErrors.push(err575);
}
errors++;
}
}
}
if(data207.waitSeconds !== undefined && func0.call(data207, "waitSeconds")){
let data215 = data207.waitSeconds;
if(!((typeof data215 == "number") && (!(data215 % 1) && !isNaN(data215)))){
const err576 = {instancePath:instancePath+"/approval/waitSeconds",schemaPath:"#/properties/approval/properties/waitSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.approval.properties.waitSeconds.type,parentSchema:schema11.properties.approval.properties.waitSeconds,data:data215};
if(vErrors === null){
vErrors = [err576];
}
else {
vErrors.push(err576);
}
errors++;
}
if(typeof data215 == "number"){
if(data215 > 3600 || isNaN(data215)){
const err577 = {instancePath:instancePath+"/approval/waitSeconds",schemaPath:"#/properties/approval/properties/waitSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600",schema:3600,parentSchema:schema11.properties.approval.properties.waitSeconds,data:data215};
if(vErrors === null){
vErrors = [err577];
}
else {
vErrors.push(err577);
}
errors++;
}
if(data215 < 0 || isNaN(data215)){
const err578 = {instancePath:instancePath+"/approval/waitSeconds",schemaPath:"#/properties/approval/properties/waitSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.approval.properties.waitSeconds,data:data215};
if(vErrors === null){
vErrors = [err578];
}
else {
vErrors.push(err578);
}
errors++;
}
}
}
if(data207.notRequester !== undefined && func0.call(data207, "notRequester")){
let data216 = data207.notRequester;
if(typeof data216 !== "boolean"){
const err579 = {instancePath:instancePath+"/approval/notRequester",schemaPath:"#/properties/approval/properties/notRequester/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema11.properties.approval.properties.notRequester.type,parentSchema:schema11.properties.approval.properties.notRequester,data:data216};
if(vErrors === null){
vErrors = [err579];
}
else {
vErrors.push(err579);
}
errors++;
}
}
if(data207.groups !== undefined && func0.call(data207, "groups")){
let data217 = data207.groups;
if(data217 && typeof data217 == "object" && !Array.isArray(data217)){
for(const key44 of Object.keys(data217)){
let data218 = data217[key44];
if(Array.isArray(data218)){
const len74 = data218.length;
for(let i74=0; i74<len74; i74++){
let data219 = data218[i74];
if(typeof data219 === "string"){
if(func70(data219) > 253){
const err580 = {instancePath:instancePath+"/approval/groups/" + key44.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i74,schemaPath:"#/properties/approval/properties/groups/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.approval.properties.groups.additionalProperties.items,data:data219};
if(vErrors === null){
vErrors = [err580];
}
else {
vErrors.push(err580);
}
errors++;
}
if(func70(data219) < 1){
const err581 = {instancePath:instancePath+"/approval/groups/" + key44.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i74,schemaPath:"#/properties/approval/properties/groups/additionalProperties/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.approval.properties.groups.additionalProperties.items,data:data219};
if(vErrors === null){
vErrors = [err581];
}
else {
vErrors.push(err581);
}
errors++;
}
if(!pattern52.test(data219)){
const err582 = {instancePath:instancePath+"/approval/groups/" + key44.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i74,schemaPath:"#/properties/approval/properties/groups/additionalProperties/items/pattern",keyword:"pattern",params:{pattern: "^[ -\\[\\]-~]*$"},message:"must match pattern \""+"^[ -\\[\\]-~]*$"+"\"",schema:"^[ -\\[\\]-~]*$",parentSchema:schema11.properties.approval.properties.groups.additionalProperties.items,data:data219};
if(vErrors === null){
vErrors = [err582];
}
else {
vErrors.push(err582);
}
errors++;
}
}
else {
const err583 = {instancePath:instancePath+"/approval/groups/" + key44.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i74,schemaPath:"#/properties/approval/properties/groups/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.approval.properties.groups.additionalProperties.items.type,parentSchema:schema11.properties.approval.properties.groups.additionalProperties.items,data:data219};
if(vErrors === null){
vErrors = [err583];
}
else {
vErrors.push(err583);
}
errors++;
}
}
}
else {
const err584 = {instancePath:instancePath+"/approval/groups/" + key44.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/approval/properties/groups/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.approval.properties.groups.additionalProperties.type,parentSchema:schema11.properties.approval.properties.groups.additionalProperties,data:data218};
if(vErrors === null){
vErrors = [err584];
}
else {
vErrors.push(err584);
}
errors++;
}
}
}
else {
const err585 = {instancePath:instancePath+"/approval/groups",schemaPath:"#/properties/approval/properties/groups/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.approval.properties.groups.type,parentSchema:schema11.properties.approval.properties.groups,data:data217};
if(vErrors === null){
vErrors = [err585];
}
else {
vErrors.push(err585);
}
errors++;
}
}
if(data207.stricter !== undefined && func0.call(data207, "stricter")){
let data220 = data207.stricter;
if(Array.isArray(data220)){
const len75 = data220.length;
for(let i75=0; i75<len75; i75++){
let data221 = data220[i75];
if(data221 && typeof data221 == "object" && !Array.isArray(data221)){
if((data221.verbs === undefined) || (!(func0.call(data221, "verbs")))){
const err586 = {instancePath:instancePath+"/approval/stricter/" + i75,schemaPath:"#/properties/approval/properties/stricter/items/required",keyword:"required",params:{missingProperty: "verbs"},message:"must have required property '"+"verbs"+"'",schema:schema11.properties.approval.properties.stricter.items.required,parentSchema:schema11.properties.approval.properties.stricter.items,data:data221};
if(vErrors === null){
vErrors = [err586];
}
else {
vErrors.push(err586);
}
errors++;
}
if((data221.apiGroups === undefined) || (!(func0.call(data221, "apiGroups")))){
const err587 = {instancePath:instancePath+"/approval/stricter/" + i75,schemaPath:"#/properties/approval/properties/stricter/items/required",keyword:"required",params:{missingProperty: "apiGroups"},message:"must have required property '"+"apiGroups"+"'",schema:schema11.properties.approval.properties.stricter.items.required,parentSchema:schema11.properties.approval.properties.stricter.items,data:data221};
if(vErrors === null){
vErrors = [err587];
}
else {
vErrors.push(err587);
}
errors++;
}
if((data221.resources === undefined) || (!(func0.call(data221, "resources")))){
const err588 = {instancePath:instancePath+"/approval/stricter/" + i75,schemaPath:"#/properties/approval/properties/stricter/items/required",keyword:"required",params:{missingProperty: "resources"},message:"must have required property '"+"resources"+"'",schema:schema11.properties.approval.properties.stricter.items.required,parentSchema:schema11.properties.approval.properties.stricter.items,data:data221};
if(vErrors === null){
vErrors = [err588];
}
else {
vErrors.push(err588);
}
errors++;
}
if((data221.namespaces === undefined) || (!(func0.call(data221, "namespaces")))){
const err589 = {instancePath:instancePath+"/approval/stricter/" + i75,schemaPath:"#/properties/approval/properties/stricter/items/required",keyword:"required",params:{missingProperty: "namespaces"},message:"must have required property '"+"namespaces"+"'",schema:schema11.properties.approval.properties.stricter.items.required,parentSchema:schema11.properties.approval.properties.stricter.items,data:data221};
if(vErrors === null){
vErrors = [err589];
}
else {
vErrors.push(err589);
}
errors++;
}
if((data221.clusterLabels === undefined) || (!(func0.call(data221, "clusterLabels")))){
const err590 = {instancePath:instancePath+"/approval/stricter/" + i75,schemaPath:"#/properties/approval/properties/stricter/items/required",keyword:"required",params:{missingProperty: "clusterLabels"},message:"must have required property '"+"clusterLabels"+"'",schema:schema11.properties.approval.properties.stricter.items.required,parentSchema:schema11.properties.approval.properties.stricter.items,data:data221};
if(vErrors === null){
vErrors = [err590];
}
else {
vErrors.push(err590);
}
errors++;
}
for(const key45 of Object.keys(data221)){
if(!(func0.call(schema11.properties.approval.properties.stricter.items.properties, key45))){
const err591 = {instancePath:instancePath+"/approval/stricter/" + i75,schemaPath:"#/properties/approval/properties/stricter/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key45},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.approval.properties.stricter.items,data:data221};
if(vErrors === null){
vErrors = [err591];
}
else {
vErrors.push(err591);
}
errors++;
}
}
if(data221.verbs !== undefined && func0.call(data221, "verbs")){
let data222 = data221.verbs;
if(Array.isArray(data222)){
if(data222.length < 1){
const err592 = {instancePath:instancePath+"/approval/stricter/" + i75+"/verbs",schemaPath:"#/properties/approval/properties/stricter/items/properties/verbs/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.approval.properties.stricter.items.properties.verbs,data:data222};
if(vErrors === null){
vErrors = [err592];
}
else {
vErrors.push(err592);
}
errors++;
}
const len76 = data222.length;
for(let i76=0; i76<len76; i76++){
let data223 = data222[i76];
if(typeof data223 === "string"){
if(func70(data223) > 32){
const err593 = {instancePath:instancePath+"/approval/stricter/" + i75+"/verbs/" + i76,schemaPath:"#/properties/approval/properties/stricter/items/properties/verbs/items/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema11.properties.approval.properties.stricter.items.properties.verbs.items,data:data223};
if(vErrors === null){
vErrors = [err593];
}
else {
vErrors.push(err593);
}
errors++;
}
if(!pattern59.test(data223)){
const err594 = {instancePath:instancePath+"/approval/stricter/" + i75+"/verbs/" + i76,schemaPath:"#/properties/approval/properties/stricter/items/properties/verbs/items/pattern",keyword:"pattern",params:{pattern: "^[a-z*]+$"},message:"must match pattern \""+"^[a-z*]+$"+"\"",schema:"^[a-z*]+$",parentSchema:schema11.properties.approval.properties.stricter.items.properties.verbs.items,data:data223};
if(vErrors === null){
vErrors = [err594];
}
else {
vErrors.push(err594);
}
errors++;
}
}
else {
const err595 = {instancePath:instancePath+"/approval/stricter/" + i75+"/verbs/" + i76,schemaPath:"#/properties/approval/properties/stricter/items/properties/verbs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.approval.properties.stricter.items.properties.verbs.items.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.verbs.items,data:data223};
if(vErrors === null){
vErrors = [err595];
}
else {
vErrors.push(err595);
}
errors++;
}
}
}
else {
const err596 = {instancePath:instancePath+"/approval/stricter/" + i75+"/verbs",schemaPath:"#/properties/approval/properties/stricter/items/properties/verbs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.approval.properties.stricter.items.properties.verbs.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.verbs,data:data222};
if(vErrors === null){
vErrors = [err596];
}
else {
vErrors.push(err596);
}
errors++;
}
}
if(data221.apiGroups !== undefined && func0.call(data221, "apiGroups")){
let data224 = data221.apiGroups;
if(Array.isArray(data224)){
if(data224.length < 1){
const err597 = {instancePath:instancePath+"/approval/stricter/" + i75+"/apiGroups",schemaPath:"#/properties/approval/properties/stricter/items/properties/apiGroups/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.approval.properties.stricter.items.properties.apiGroups,data:data224};
if(vErrors === null){
vErrors = [err597];
}
else {
vErrors.push(err597);
}
errors++;
}
const len77 = data224.length;
for(let i77=0; i77<len77; i77++){
let data225 = data224[i77];
if(typeof data225 === "string"){
if(func70(data225) > 253){
const err598 = {instancePath:instancePath+"/approval/stricter/" + i75+"/apiGroups/" + i77,schemaPath:"#/properties/approval/properties/stricter/items/properties/apiGroups/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.approval.properties.stricter.items.properties.apiGroups.items,data:data225};
if(vErrors === null){
vErrors = [err598];
}
else {
vErrors.push(err598);
}
errors++;
}
if(!pattern60.test(data225)){
const err599 = {instancePath:instancePath+"/approval/stricter/" + i75+"/apiGroups/" + i77,schemaPath:"#/properties/approval/properties/stricter/items/properties/apiGroups/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9.*-]*$"},message:"must match pattern \""+"^[a-z0-9.*-]*$"+"\"",schema:"^[a-z0-9.*-]*$",parentSchema:schema11.properties.approval.properties.stricter.items.properties.apiGroups.items,data:data225};
if(vErrors === null){
vErrors = [err599];
}
else {
vErrors.push(err599);
}
errors++;
}
}
else {
const err600 = {instancePath:instancePath+"/approval/stricter/" + i75+"/apiGroups/" + i77,schemaPath:"#/properties/approval/properties/stricter/items/properties/apiGroups/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.approval.properties.stricter.items.properties.apiGroups.items.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.apiGroups.items,data:data225};
if(vErrors === null){
vErrors = [err600];
}
else {
vErrors.push(err600);
}
errors++;
}
}
}
else {
const err601 = {instancePath:instancePath+"/approval/stricter/" + i75+"/apiGroups",schemaPath:"#/properties/approval/properties/stricter/items/properties/apiGroups/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.approval.properties.stricter.items.properties.apiGroups.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.apiGroups,data:data224};
if(vErrors === null){
vErrors = [err601];
}
else {
vErrors.push(err601);
}
errors++;
}
}
if(data221.resources !== undefined && func0.call(data221, "resources")){
let data226 = data221.resources;
if(Array.isArray(data226)){
if(data226.length < 1){
const err602 = {instancePath:instancePath+"/approval/stricter/" + i75+"/resources",schemaPath:"#/properties/approval/properties/stricter/items/properties/resources/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.approval.properties.stricter.items.properties.resources,data:data226};
if(vErrors === null){
vErrors = [err602];
}
else {
vErrors.push(err602);
}
errors++;
}
const len78 = data226.length;
for(let i78=0; i78<len78; i78++){
let data227 = data226[i78];
if(typeof data227 === "string"){
if(func70(data227) > 128){
const err603 = {instancePath:instancePath+"/approval/stricter/" + i75+"/resources/" + i78,schemaPath:"#/properties/approval/properties/stricter/items/properties/resources/items/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema11.properties.approval.properties.stricter.items.properties.resources.items,data:data227};
if(vErrors === null){
vErrors = [err603];
}
else {
vErrors.push(err603);
}
errors++;
}
if(!pattern61.test(data227)){
const err604 = {instancePath:instancePath+"/approval/stricter/" + i75+"/resources/" + i78,schemaPath:"#/properties/approval/properties/stricter/items/properties/resources/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*/-]+$"},message:"must match pattern \""+"^[a-z0-9*/-]+$"+"\"",schema:"^[a-z0-9*/-]+$",parentSchema:schema11.properties.approval.properties.stricter.items.properties.resources.items,data:data227};
if(vErrors === null){
vErrors = [err604];
}
else {
vErrors.push(err604);
}
errors++;
}
}
else {
const err605 = {instancePath:instancePath+"/approval/stricter/" + i75+"/resources/" + i78,schemaPath:"#/properties/approval/properties/stricter/items/properties/resources/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.approval.properties.stricter.items.properties.resources.items.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.resources.items,data:data227};
if(vErrors === null){
vErrors = [err605];
}
else {
vErrors.push(err605);
}
errors++;
}
}
}
else {
const err606 = {instancePath:instancePath+"/approval/stricter/" + i75+"/resources",schemaPath:"#/properties/approval/properties/stricter/items/properties/resources/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.approval.properties.stricter.items.properties.resources.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.resources,data:data226};
if(vErrors === null){
vErrors = [err606];
}
else {
vErrors.push(err606);
}
errors++;
}
}
if(data221.namespaces !== undefined && func0.call(data221, "namespaces")){
let data228 = data221.namespaces;
if(Array.isArray(data228)){
if(data228.length < 1){
const err607 = {instancePath:instancePath+"/approval/stricter/" + i75+"/namespaces",schemaPath:"#/properties/approval/properties/stricter/items/properties/namespaces/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.approval.properties.stricter.items.properties.namespaces,data:data228};
if(vErrors === null){
vErrors = [err607];
}
else {
vErrors.push(err607);
}
errors++;
}
const len79 = data228.length;
for(let i79=0; i79<len79; i79++){
let data229 = data228[i79];
if(typeof data229 === "string"){
if(func70(data229) > 64){
const err608 = {instancePath:instancePath+"/approval/stricter/" + i75+"/namespaces/" + i79,schemaPath:"#/properties/approval/properties/stricter/items/properties/namespaces/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.approval.properties.stricter.items.properties.namespaces.items,data:data229};
if(vErrors === null){
vErrors = [err608];
}
else {
vErrors.push(err608);
}
errors++;
}
if(!pattern0.test(data229)){
const err609 = {instancePath:instancePath+"/approval/stricter/" + i75+"/namespaces/" + i79,schemaPath:"#/properties/approval/properties/stricter/items/properties/namespaces/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*-]+$"},message:"must match pattern \""+"^[a-z0-9*-]+$"+"\"",schema:"^[a-z0-9*-]+$",parentSchema:schema11.properties.approval.properties.stricter.items.properties.namespaces.items,data:data229};
if(vErrors === null){
vErrors = [err609];
}
else {
vErrors.push(err609);
}
errors++;
}
}
else {
const err610 = {instancePath:instancePath+"/approval/stricter/" + i75+"/namespaces/" + i79,schemaPath:"#/properties/approval/properties/stricter/items/properties/namespaces/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.approval.properties.stricter.items.properties.namespaces.items.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.namespaces.items,data:data229};
if(vErrors === null){
vErrors = [err610];
}
else {
vErrors.push(err610);
}
errors++;
}
}
}
else {
const err611 = {instancePath:instancePath+"/approval/stricter/" + i75+"/namespaces",schemaPath:"#/properties/approval/properties/stricter/items/properties/namespaces/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.approval.properties.stricter.items.properties.namespaces.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.namespaces,data:data228};
if(vErrors === null){
vErrors = [err611];
}
else {
vErrors.push(err611);
}
errors++;
}
}
if(data221.clusterLabels !== undefined && func0.call(data221, "clusterLabels")){
let data230 = data221.clusterLabels;
if(data230 && typeof data230 == "object" && !Array.isArray(data230)){
for(const key46 of Object.keys(data230)){
let data231 = data230[key46];
if(Array.isArray(data231)){
const len80 = data231.length;
for(let i80=0; i80<len80; i80++){
let data232 = data231[i80];
if(typeof data232 === "string"){
if(func70(data232) > 253){
const err612 = {instancePath:instancePath+"/approval/stricter/" + i75+"/clusterLabels/" + key46.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i80,schemaPath:"#/properties/approval/properties/stricter/items/properties/clusterLabels/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.approval.properties.stricter.items.properties.clusterLabels.additionalProperties.items,data:data232};
if(vErrors === null){
vErrors = [err612];
}
else {
vErrors.push(err612);
}
errors++;
}
if(!pattern2.test(data232)){
const err613 = {instancePath:instancePath+"/approval/stricter/" + i75+"/clusterLabels/" + key46.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i80,schemaPath:"#/properties/approval/properties/stricter/items/properties/clusterLabels/additionalProperties/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:@*-]+$"},message:"must match pattern \""+"^[A-Za-z0-9._:@*-]+$"+"\"",schema:"^[A-Za-z0-9._:@*-]+$",parentSchema:schema11.properties.approval.properties.stricter.items.properties.clusterLabels.additionalProperties.items,data:data232};
if(vErrors === null){
vErrors = [err613];
}
else {
vErrors.push(err613);
}
errors++;
}
}
else {
const err614 = {instancePath:instancePath+"/approval/stricter/" + i75+"/clusterLabels/" + key46.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i80,schemaPath:"#/properties/approval/properties/stricter/items/properties/clusterLabels/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.approval.properties.stricter.items.properties.clusterLabels.additionalProperties.items.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.clusterLabels.additionalProperties.items,data:data232};
if(vErrors === null){
vErrors = [err614];
}
else {
vErrors.push(err614);
}
errors++;
}
}
}
else {
const err615 = {instancePath:instancePath+"/approval/stricter/" + i75+"/clusterLabels/" + key46.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/approval/properties/stricter/items/properties/clusterLabels/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.approval.properties.stricter.items.properties.clusterLabels.additionalProperties.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.clusterLabels.additionalProperties,data:data231};
if(vErrors === null){
vErrors = [err615];
}
else {
vErrors.push(err615);
}
errors++;
}
}
}
else {
const err616 = {instancePath:instancePath+"/approval/stricter/" + i75+"/clusterLabels",schemaPath:"#/properties/approval/properties/stricter/items/properties/clusterLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.approval.properties.stricter.items.properties.clusterLabels.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.clusterLabels,data:data230};
if(vErrors === null){
vErrors = [err616];
}
else {
vErrors.push(err616);
}
errors++;
}
}
if(data221.methods !== undefined && func0.call(data221, "methods")){
let data233 = data221.methods;
if(Array.isArray(data233)){
const len81 = data233.length;
for(let i81=0; i81<len81; i81++){
let data234 = data233[i81];
if(typeof data234 !== "string"){
const err617 = {instancePath:instancePath+"/approval/stricter/" + i75+"/methods/" + i81,schemaPath:"#/properties/approval/properties/stricter/items/properties/methods/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.approval.properties.stricter.items.properties.methods.items.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.methods.items,data:data234};
if(vErrors === null){
vErrors = [err617];
}
else {
vErrors.push(err617);
}
errors++;
}
if(!(((((data234 === "argument") || (data234 === "elicitation")) || (data234 === "page")) || (data234 === "cli")) || (data234 === "kubernetes"))){
const err618 = {instancePath:instancePath+"/approval/stricter/" + i75+"/methods/" + i81,schemaPath:"#/properties/approval/properties/stricter/items/properties/methods/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.approval.properties.stricter.items.properties.methods.items.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.approval.properties.stricter.items.properties.methods.items.enum,parentSchema:schema11.properties.approval.properties.stricter.items.properties.methods.items,data:data234};
if(vErrors === null){
vErrors = [err618];
}
else {
vErrors.push(err618);
}
errors++;
}
}
}
else {
const err619 = {instancePath:instancePath+"/approval/stricter/" + i75+"/methods",schemaPath:"#/properties/approval/properties/stricter/items/properties/methods/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.approval.properties.stricter.items.properties.methods.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.methods,data:data233};
if(vErrors === null){
vErrors = [err619];
}
else {
vErrors.push(err619);
}
errors++;
}
}
if(data221.approvers !== undefined && func0.call(data221, "approvers")){
let data235 = data221.approvers;
if(Array.isArray(data235)){
const len82 = data235.length;
for(let i82=0; i82<len82; i82++){
let data236 = data235[i82];
if(typeof data236 === "string"){
if(func70(data236) > 253){
const err620 = {instancePath:instancePath+"/approval/stricter/" + i75+"/approvers/" + i82,schemaPath:"#/properties/approval/properties/stricter/items/properties/approvers/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.approval.properties.stricter.items.properties.approvers.items,data:data236};
if(vErrors === null){
vErrors = [err620];
}
else {
vErrors.push(err620);
}
errors++;
}
if(func70(data236) < 1){
const err621 = {instancePath:instancePath+"/approval/stricter/" + i75+"/approvers/" + i82,schemaPath:"#/properties/approval/properties/stricter/items/properties/approvers/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.approval.properties.stricter.items.properties.approvers.items,data:data236};
if(vErrors === null){
vErrors = [err621];
}
else {
vErrors.push(err621);
}
errors++;
}
if(!pattern52.test(data236)){
const err622 = {instancePath:instancePath+"/approval/stricter/" + i75+"/approvers/" + i82,schemaPath:"#/properties/approval/properties/stricter/items/properties/approvers/items/pattern",keyword:"pattern",params:{pattern: "^[ -\\[\\]-~]*$"},message:"must match pattern \""+"^[ -\\[\\]-~]*$"+"\"",schema:"^[ -\\[\\]-~]*$",parentSchema:schema11.properties.approval.properties.stricter.items.properties.approvers.items,data:data236};
if(vErrors === null){
vErrors = [err622];
}
else {
vErrors.push(err622);
}
errors++;
}
}
else {
const err623 = {instancePath:instancePath+"/approval/stricter/" + i75+"/approvers/" + i82,schemaPath:"#/properties/approval/properties/stricter/items/properties/approvers/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.approval.properties.stricter.items.properties.approvers.items.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.approvers.items,data:data236};
if(vErrors === null){
vErrors = [err623];
}
else {
vErrors.push(err623);
}
errors++;
}
}
}
else {
const err624 = {instancePath:instancePath+"/approval/stricter/" + i75+"/approvers",schemaPath:"#/properties/approval/properties/stricter/items/properties/approvers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.approval.properties.stricter.items.properties.approvers.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.approvers,data:data235};
if(vErrors === null){
vErrors = [err624];
}
else {
vErrors.push(err624);
}
errors++;
}
}
if(data221.quorum !== undefined && func0.call(data221, "quorum")){
let data237 = data221.quorum;
if(!((typeof data237 == "number") && (!(data237 % 1) && !isNaN(data237)))){
const err625 = {instancePath:instancePath+"/approval/stricter/" + i75+"/quorum",schemaPath:"#/properties/approval/properties/stricter/items/properties/quorum/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.approval.properties.stricter.items.properties.quorum.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.quorum,data:data237};
if(vErrors === null){
vErrors = [err625];
}
else {
vErrors.push(err625);
}
errors++;
}
if(typeof data237 == "number"){
if(data237 > 16 || isNaN(data237)){
const err626 = {instancePath:instancePath+"/approval/stricter/" + i75+"/quorum",schemaPath:"#/properties/approval/properties/stricter/items/properties/quorum/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16},message:"must be <= 16",schema:16,parentSchema:schema11.properties.approval.properties.stricter.items.properties.quorum,data:data237};
if(vErrors === null){
vErrors = [err626];
}
else {
vErrors.push(err626);
}
errors++;
}
if(data237 < 1 || isNaN(data237)){
const err627 = {instancePath:instancePath+"/approval/stricter/" + i75+"/quorum",schemaPath:"#/properties/approval/properties/stricter/items/properties/quorum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.approval.properties.stricter.items.properties.quorum,data:data237};
if(vErrors === null){
vErrors = [err627];
}
else {
vErrors.push(err627);
}
errors++;
}
}
}
if(data221.notRequester !== undefined && func0.call(data221, "notRequester")){
let data238 = data221.notRequester;
if(typeof data238 !== "boolean"){
const err628 = {instancePath:instancePath+"/approval/stricter/" + i75+"/notRequester",schemaPath:"#/properties/approval/properties/stricter/items/properties/notRequester/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema11.properties.approval.properties.stricter.items.properties.notRequester.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.notRequester,data:data238};
if(vErrors === null){
vErrors = [err628];
}
else {
vErrors.push(err628);
}
errors++;
}
}
if(data221.requestWithinSeconds !== undefined && func0.call(data221, "requestWithinSeconds")){
let data239 = data221.requestWithinSeconds;
if(!((typeof data239 == "number") && (!(data239 % 1) && !isNaN(data239)))){
const err629 = {instancePath:instancePath+"/approval/stricter/" + i75+"/requestWithinSeconds",schemaPath:"#/properties/approval/properties/stricter/items/properties/requestWithinSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.approval.properties.stricter.items.properties.requestWithinSeconds.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.requestWithinSeconds,data:data239};
if(vErrors === null){
vErrors = [err629];
}
else {
vErrors.push(err629);
}
errors++;
}
if(typeof data239 == "number"){
if(data239 > 604800 || isNaN(data239)){
const err630 = {instancePath:instancePath+"/approval/stricter/" + i75+"/requestWithinSeconds",schemaPath:"#/properties/approval/properties/stricter/items/properties/requestWithinSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800},message:"must be <= 604800",schema:604800,parentSchema:schema11.properties.approval.properties.stricter.items.properties.requestWithinSeconds,data:data239};
if(vErrors === null){
vErrors = [err630];
}
else {
vErrors.push(err630);
}
errors++;
}
if(data239 < 1 || isNaN(data239)){
const err631 = {instancePath:instancePath+"/approval/stricter/" + i75+"/requestWithinSeconds",schemaPath:"#/properties/approval/properties/stricter/items/properties/requestWithinSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.approval.properties.stricter.items.properties.requestWithinSeconds,data:data239};
if(vErrors === null){
vErrors = [err631];
}
else {
vErrors.push(err631);
}
errors++;
}
}
}
if(data221.useWithinSeconds !== undefined && func0.call(data221, "useWithinSeconds")){
let data240 = data221.useWithinSeconds;
if(!((typeof data240 == "number") && (!(data240 % 1) && !isNaN(data240)))){
const err632 = {instancePath:instancePath+"/approval/stricter/" + i75+"/useWithinSeconds",schemaPath:"#/properties/approval/properties/stricter/items/properties/useWithinSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.approval.properties.stricter.items.properties.useWithinSeconds.type,parentSchema:schema11.properties.approval.properties.stricter.items.properties.useWithinSeconds,data:data240};
if(vErrors === null){
vErrors = [err632];
}
else {
vErrors.push(err632);
}
errors++;
}
if(typeof data240 == "number"){
if(data240 > 86400 || isNaN(data240)){
const err633 = {instancePath:instancePath+"/approval/stricter/" + i75+"/useWithinSeconds",schemaPath:"#/properties/approval/properties/stricter/items/properties/useWithinSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400",schema:86400,parentSchema:schema11.properties.approval.properties.stricter.items.properties.useWithinSeconds,data:data240};
if(vErrors === null){
vErrors = [err633];
}
else {
vErrors.push(err633);
}
errors++;
}
if(data240 < 1 || isNaN(data240)){
const err634 = {instancePath:instancePath+"/approval/stricter/" + i75+"/useWithinSeconds",schemaPath:"#/properties/approval/properties/stricter/items/properties/useWithinSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.approval.properties.stricter.items.properties.useWithinSeconds,data:data240};
if(vErrors === null){
vErrors = [err634];
}
else {
vErrors.push(err634);
}
errors++;
}
}
}
}
else {
const err635 = {instancePath:instancePath+"/approval/stricter/" + i75,schemaPath:"#/properties/approval/properties/stricter/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.approval.properties.stricter.items.type,parentSchema:schema11.properties.approval.properties.stricter.items,data:data221};
if(vErrors === null){
vErrors = [err635];
}
else {
vErrors.push(err635);
}
errors++;
}
}
}
else {
const err636 = {instancePath:instancePath+"/approval/stricter",schemaPath:"#/properties/approval/properties/stricter/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.approval.properties.stricter.type,parentSchema:schema11.properties.approval.properties.stricter,data:data220};
if(vErrors === null){
vErrors = [err636];
}
else {
vErrors.push(err636);
}
errors++;
}
}
if(data207.skewSeconds !== undefined && func0.call(data207, "skewSeconds")){
let data241 = data207.skewSeconds;
if(!((typeof data241 == "number") && (!(data241 % 1) && !isNaN(data241)))){
const err637 = {instancePath:instancePath+"/approval/skewSeconds",schemaPath:"#/properties/approval/properties/skewSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.approval.properties.skewSeconds.type,parentSchema:schema11.properties.approval.properties.skewSeconds,data:data241};
if(vErrors === null){
vErrors = [err637];
}
else {
vErrors.push(err637);
}
errors++;
}
if(typeof data241 == "number"){
if(data241 > 600 || isNaN(data241)){
const err638 = {instancePath:instancePath+"/approval/skewSeconds",schemaPath:"#/properties/approval/properties/skewSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 600},message:"must be <= 600",schema:600,parentSchema:schema11.properties.approval.properties.skewSeconds,data:data241};
if(vErrors === null){
vErrors = [err638];
}
else {
vErrors.push(err638);
}
errors++;
}
if(data241 < 0 || isNaN(data241)){
const err639 = {instancePath:instancePath+"/approval/skewSeconds",schemaPath:"#/properties/approval/properties/skewSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.approval.properties.skewSeconds,data:data241};
if(vErrors === null){
vErrors = [err639];
}
else {
vErrors.push(err639);
}
errors++;
}
}
}
}
else {
const err640 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.approval.type,parentSchema:schema11.properties.approval,data:data207};
if(vErrors === null){
vErrors = [err640];
}
else {
vErrors.push(err640);
}
errors++;
}
}
if(data.shadow !== undefined && func0.call(data, "shadow")){
let data242 = data.shadow;
if(data242 && typeof data242 == "object" && !Array.isArray(data242)){
if((data242.codes === undefined) || (!(func0.call(data242, "codes")))){
const err641 = {instancePath:instancePath+"/shadow",schemaPath:"#/properties/shadow/required",keyword:"required",params:{missingProperty: "codes"},message:"must have required property '"+"codes"+"'",schema:schema11.properties.shadow.required,parentSchema:schema11.properties.shadow,data:data242};
if(vErrors === null){
vErrors = [err641];
}
else {
vErrors.push(err641);
}
errors++;
}
for(const key47 of Object.keys(data242)){
if(!(key47 === "codes")){
const err642 = {instancePath:instancePath+"/shadow",schemaPath:"#/properties/shadow/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key47},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.shadow,data:data242};
if(vErrors === null){
vErrors = [err642];
}
else {
vErrors.push(err642);
}
errors++;
}
}
if(data242.codes !== undefined && func0.call(data242, "codes")){
let data243 = data242.codes;
if(Array.isArray(data243)){
const len83 = data243.length;
for(let i83=0; i83<len83; i83++){
let data244 = data243[i83];
if(typeof data244 === "string"){
if(func70(data244) > 64){
const err643 = {instancePath:instancePath+"/shadow/codes/" + i83,schemaPath:"#/properties/shadow/properties/codes/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.shadow.properties.codes.items,data:data244};
if(vErrors === null){
vErrors = [err643];
}
else {
vErrors.push(err643);
}
errors++;
}
if(!pattern65.test(data244)){
const err644 = {instancePath:instancePath+"/shadow/codes/" + i83,schemaPath:"#/properties/shadow/properties/codes/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\"",schema:"^[a-z][a-z0-9_]*$",parentSchema:schema11.properties.shadow.properties.codes.items,data:data244};
if(vErrors === null){
vErrors = [err644];
}
else {
vErrors.push(err644);
}
errors++;
}
}
else {
const err645 = {instancePath:instancePath+"/shadow/codes/" + i83,schemaPath:"#/properties/shadow/properties/codes/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.shadow.properties.codes.items.type,parentSchema:schema11.properties.shadow.properties.codes.items,data:data244};
if(vErrors === null){
vErrors = [err645];
}
else {
vErrors.push(err645);
}
errors++;
}
}
}
else {
const err646 = {instancePath:instancePath+"/shadow/codes",schemaPath:"#/properties/shadow/properties/codes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.shadow.properties.codes.type,parentSchema:schema11.properties.shadow.properties.codes,data:data243};
if(vErrors === null){
vErrors = [err646];
}
else {
vErrors.push(err646);
}
errors++;
}
}
}
else {
const err647 = {instancePath:instancePath+"/shadow",schemaPath:"#/properties/shadow/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.shadow.type,parentSchema:schema11.properties.shadow,data:data242};
if(vErrors === null){
vErrors = [err647];
}
else {
vErrors.push(err647);
}
errors++;
}
}
if(data.prompts !== undefined && func0.call(data, "prompts")){
let data245 = data.prompts;
if(Array.isArray(data245)){
const len84 = data245.length;
for(let i84=0; i84<len84; i84++){
let data246 = data245[i84];
if(data246 && typeof data246 == "object" && !Array.isArray(data246)){
if((data246.name === undefined) || (!(func0.call(data246, "name")))){
const err648 = {instancePath:instancePath+"/prompts/" + i84,schemaPath:"#/properties/prompts/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema11.properties.prompts.items.required,parentSchema:schema11.properties.prompts.items,data:data246};
if(vErrors === null){
vErrors = [err648];
}
else {
vErrors.push(err648);
}
errors++;
}
if((data246.title === undefined) || (!(func0.call(data246, "title")))){
const err649 = {instancePath:instancePath+"/prompts/" + i84,schemaPath:"#/properties/prompts/items/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'",schema:schema11.properties.prompts.items.required,parentSchema:schema11.properties.prompts.items,data:data246};
if(vErrors === null){
vErrors = [err649];
}
else {
vErrors.push(err649);
}
errors++;
}
if((data246.description === undefined) || (!(func0.call(data246, "description")))){
const err650 = {instancePath:instancePath+"/prompts/" + i84,schemaPath:"#/properties/prompts/items/required",keyword:"required",params:{missingProperty: "description"},message:"must have required property '"+"description"+"'",schema:schema11.properties.prompts.items.required,parentSchema:schema11.properties.prompts.items,data:data246};
if(vErrors === null){
vErrors = [err650];
}
else {
vErrors.push(err650);
}
errors++;
}
if((data246.arguments === undefined) || (!(func0.call(data246, "arguments")))){
const err651 = {instancePath:instancePath+"/prompts/" + i84,schemaPath:"#/properties/prompts/items/required",keyword:"required",params:{missingProperty: "arguments"},message:"must have required property '"+"arguments"+"'",schema:schema11.properties.prompts.items.required,parentSchema:schema11.properties.prompts.items,data:data246};
if(vErrors === null){
vErrors = [err651];
}
else {
vErrors.push(err651);
}
errors++;
}
if((data246.text === undefined) || (!(func0.call(data246, "text")))){
const err652 = {instancePath:instancePath+"/prompts/" + i84,schemaPath:"#/properties/prompts/items/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'",schema:schema11.properties.prompts.items.required,parentSchema:schema11.properties.prompts.items,data:data246};
if(vErrors === null){
vErrors = [err652];
}
else {
vErrors.push(err652);
}
errors++;
}
for(const key48 of Object.keys(data246)){
if(!(((((key48 === "name") || (key48 === "title")) || (key48 === "description")) || (key48 === "arguments")) || (key48 === "text"))){
const err653 = {instancePath:instancePath+"/prompts/" + i84,schemaPath:"#/properties/prompts/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key48},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.prompts.items,data:data246};
if(vErrors === null){
vErrors = [err653];
}
else {
vErrors.push(err653);
}
errors++;
}
}
if(data246.name !== undefined && func0.call(data246, "name")){
let data247 = data246.name;
if(typeof data247 !== "string"){
const err654 = {instancePath:instancePath+"/prompts/" + i84+"/name",schemaPath:"#/properties/prompts/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.prompts.items.properties.name.type,parentSchema:schema11.properties.prompts.items.properties.name,data:data247};
if(vErrors === null){
vErrors = [err654];
}
else {
vErrors.push(err654);
}
errors++;
}
}
if(data246.title !== undefined && func0.call(data246, "title")){
let data248 = data246.title;
if(typeof data248 !== "string"){
const err655 = {instancePath:instancePath+"/prompts/" + i84+"/title",schemaPath:"#/properties/prompts/items/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.prompts.items.properties.title.type,parentSchema:schema11.properties.prompts.items.properties.title,data:data248};
if(vErrors === null){
vErrors = [err655];
}
else {
vErrors.push(err655);
}
errors++;
}
}
if(data246.description !== undefined && func0.call(data246, "description")){
let data249 = data246.description;
if(typeof data249 !== "string"){
const err656 = {instancePath:instancePath+"/prompts/" + i84+"/description",schemaPath:"#/properties/prompts/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.prompts.items.properties.description.type,parentSchema:schema11.properties.prompts.items.properties.description,data:data249};
if(vErrors === null){
vErrors = [err656];
}
else {
vErrors.push(err656);
}
errors++;
}
}
if(data246.arguments !== undefined && func0.call(data246, "arguments")){
let data250 = data246.arguments;
if(Array.isArray(data250)){
const len85 = data250.length;
for(let i85=0; i85<len85; i85++){
let data251 = data250[i85];
if(data251 && typeof data251 == "object" && !Array.isArray(data251)){
if((data251.name === undefined) || (!(func0.call(data251, "name")))){
const err657 = {instancePath:instancePath+"/prompts/" + i84+"/arguments/" + i85,schemaPath:"#/properties/prompts/items/properties/arguments/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema11.properties.prompts.items.properties.arguments.items.required,parentSchema:schema11.properties.prompts.items.properties.arguments.items,data:data251};
if(vErrors === null){
vErrors = [err657];
}
else {
vErrors.push(err657);
}
errors++;
}
if((data251.description === undefined) || (!(func0.call(data251, "description")))){
const err658 = {instancePath:instancePath+"/prompts/" + i84+"/arguments/" + i85,schemaPath:"#/properties/prompts/items/properties/arguments/items/required",keyword:"required",params:{missingProperty: "description"},message:"must have required property '"+"description"+"'",schema:schema11.properties.prompts.items.properties.arguments.items.required,parentSchema:schema11.properties.prompts.items.properties.arguments.items,data:data251};
if(vErrors === null){
vErrors = [err658];
}
else {
vErrors.push(err658);
}
errors++;
}
if((data251.required === undefined) || (!(func0.call(data251, "required")))){
const err659 = {instancePath:instancePath+"/prompts/" + i84+"/arguments/" + i85,schemaPath:"#/properties/prompts/items/properties/arguments/items/required",keyword:"required",params:{missingProperty: "required"},message:"must have required property '"+"required"+"'",schema:schema11.properties.prompts.items.properties.arguments.items.required,parentSchema:schema11.properties.prompts.items.properties.arguments.items,data:data251};
if(vErrors === null){
vErrors = [err659];
}
else {
vErrors.push(err659);
}
errors++;
}
for(const key49 of Object.keys(data251)){
if(!((((key49 === "name") || (key49 === "description")) || (key49 === "required")) || (key49 === "complete"))){
const err660 = {instancePath:instancePath+"/prompts/" + i84+"/arguments/" + i85,schemaPath:"#/properties/prompts/items/properties/arguments/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key49},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.prompts.items.properties.arguments.items,data:data251};
if(vErrors === null){
vErrors = [err660];
}
else {
vErrors.push(err660);
}
errors++;
}
}
if(data251.name !== undefined && func0.call(data251, "name")){
let data252 = data251.name;
if(typeof data252 !== "string"){
const err661 = {instancePath:instancePath+"/prompts/" + i84+"/arguments/" + i85+"/name",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.prompts.items.properties.arguments.items.properties.name.type,parentSchema:schema11.properties.prompts.items.properties.arguments.items.properties.name,data:data252};
if(vErrors === null){
vErrors = [err661];
}
else {
vErrors.push(err661);
}
errors++;
}
}
if(data251.description !== undefined && func0.call(data251, "description")){
let data253 = data251.description;
if(typeof data253 !== "string"){
const err662 = {instancePath:instancePath+"/prompts/" + i84+"/arguments/" + i85+"/description",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.prompts.items.properties.arguments.items.properties.description.type,parentSchema:schema11.properties.prompts.items.properties.arguments.items.properties.description,data:data253};
if(vErrors === null){
vErrors = [err662];
}
else {
vErrors.push(err662);
}
errors++;
}
}
if(data251.required !== undefined && func0.call(data251, "required")){
let data254 = data251.required;
if(typeof data254 !== "boolean"){
const err663 = {instancePath:instancePath+"/prompts/" + i84+"/arguments/" + i85+"/required",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema11.properties.prompts.items.properties.arguments.items.properties.required.type,parentSchema:schema11.properties.prompts.items.properties.arguments.items.properties.required,data:data254};
if(vErrors === null){
vErrors = [err663];
}
else {
vErrors.push(err663);
}
errors++;
}
}
if(data251.complete !== undefined && func0.call(data251, "complete")){
let data255 = data251.complete;
if(data255 && typeof data255 == "object" && !Array.isArray(data255)){
if((data255.tool === undefined) || (!(func0.call(data255, "tool")))){
const err664 = {instancePath:instancePath+"/prompts/" + i84+"/arguments/" + i85+"/complete",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/complete/required",keyword:"required",params:{missingProperty: "tool"},message:"must have required property '"+"tool"+"'",schema:schema11.properties.prompts.items.properties.arguments.items.properties.complete.required,parentSchema:schema11.properties.prompts.items.properties.arguments.items.properties.complete,data:data255};
if(vErrors === null){
vErrors = [err664];
}
else {
vErrors.push(err664);
}
errors++;
}
if((data255.arguments === undefined) || (!(func0.call(data255, "arguments")))){
const err665 = {instancePath:instancePath+"/prompts/" + i84+"/arguments/" + i85+"/complete",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/complete/required",keyword:"required",params:{missingProperty: "arguments"},message:"must have required property '"+"arguments"+"'",schema:schema11.properties.prompts.items.properties.arguments.items.properties.complete.required,parentSchema:schema11.properties.prompts.items.properties.arguments.items.properties.complete,data:data255};
if(vErrors === null){
vErrors = [err665];
}
else {
vErrors.push(err665);
}
errors++;
}
for(const key50 of Object.keys(data255)){
if(!((key50 === "tool") || (key50 === "arguments"))){
const err666 = {instancePath:instancePath+"/prompts/" + i84+"/arguments/" + i85+"/complete",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/complete/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key50},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.prompts.items.properties.arguments.items.properties.complete,data:data255};
if(vErrors === null){
vErrors = [err666];
}
else {
vErrors.push(err666);
}
errors++;
}
}
if(data255.tool !== undefined && func0.call(data255, "tool")){
let data256 = data255.tool;
if(typeof data256 !== "string"){
const err667 = {instancePath:instancePath+"/prompts/" + i84+"/arguments/" + i85+"/complete/tool",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/complete/properties/tool/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.prompts.items.properties.arguments.items.properties.complete.properties.tool.type,parentSchema:schema11.properties.prompts.items.properties.arguments.items.properties.complete.properties.tool,data:data256};
if(vErrors === null){
vErrors = [err667];
}
else {
vErrors.push(err667);
}
errors++;
}
}
if(data255.arguments !== undefined && func0.call(data255, "arguments")){
let data257 = data255.arguments;
if(data257 && typeof data257 == "object" && !Array.isArray(data257)){
}
else {
const err668 = {instancePath:instancePath+"/prompts/" + i84+"/arguments/" + i85+"/complete/arguments",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/complete/properties/arguments/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.prompts.items.properties.arguments.items.properties.complete.properties.arguments.type,parentSchema:schema11.properties.prompts.items.properties.arguments.items.properties.complete.properties.arguments,data:data257};
if(vErrors === null){
vErrors = [err668];
}
else {
vErrors.push(err668);
}
errors++;
}
}
}
else {
const err669 = {instancePath:instancePath+"/prompts/" + i84+"/arguments/" + i85+"/complete",schemaPath:"#/properties/prompts/items/properties/arguments/items/properties/complete/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.prompts.items.properties.arguments.items.properties.complete.type,parentSchema:schema11.properties.prompts.items.properties.arguments.items.properties.complete,data:data255};
if(vErrors === null){
vErrors = [err669];
}
else {
vErrors.push(err669);
}
errors++;
}
}
}
else {
const err670 = {instancePath:instancePath+"/prompts/" + i84+"/arguments/" + i85,schemaPath:"#/properties/prompts/items/properties/arguments/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.prompts.items.properties.arguments.items.type,parentSchema:schema11.properties.prompts.items.properties.arguments.items,data:data251};
if(vErrors === null){
vErrors = [err670];
}
else {
vErrors.push(err670);
}
errors++;
}
}
}
else {
const err671 = {instancePath:instancePath+"/prompts/" + i84+"/arguments",schemaPath:"#/properties/prompts/items/properties/arguments/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.prompts.items.properties.arguments.type,parentSchema:schema11.properties.prompts.items.properties.arguments,data:data250};
if(vErrors === null){
vErrors = [err671];
}
else {
vErrors.push(err671);
}
errors++;
}
}
if(data246.text !== undefined && func0.call(data246, "text")){
let data258 = data246.text;
if(typeof data258 !== "string"){
const err672 = {instancePath:instancePath+"/prompts/" + i84+"/text",schemaPath:"#/properties/prompts/items/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.prompts.items.properties.text.type,parentSchema:schema11.properties.prompts.items.properties.text,data:data258};
if(vErrors === null){
vErrors = [err672];
}
else {
vErrors.push(err672);
}
errors++;
}
}
}
else {
const err673 = {instancePath:instancePath+"/prompts/" + i84,schemaPath:"#/properties/prompts/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.prompts.items.type,parentSchema:schema11.properties.prompts.items,data:data246};
if(vErrors === null){
vErrors = [err673];
}
else {
vErrors.push(err673);
}
errors++;
}
}
}
else {
const err674 = {instancePath:instancePath+"/prompts",schemaPath:"#/properties/prompts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.prompts.type,parentSchema:schema11.properties.prompts,data:data245};
if(vErrors === null){
vErrors = [err674];
}
else {
vErrors.push(err674);
}
errors++;
}
}
if(data.instructions !== undefined && func0.call(data, "instructions")){
let data259 = data.instructions;
if(typeof data259 === "string"){
if(func70(data259) > 4096){
const err675 = {instancePath:instancePath+"/instructions",schemaPath:"#/properties/instructions/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters",schema:4096,parentSchema:schema11.properties.instructions,data:data259};
if(vErrors === null){
vErrors = [err675];
}
else {
vErrors.push(err675);
}
errors++;
}
}
else {
const err676 = {instancePath:instancePath+"/instructions",schemaPath:"#/properties/instructions/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.instructions.type,parentSchema:schema11.properties.instructions,data:data259};
if(vErrors === null){
vErrors = [err676];
}
else {
vErrors.push(err676);
}
errors++;
}
}
if(data.log !== undefined && func0.call(data, "log")){
let data260 = data.log;
if(data260 && typeof data260 == "object" && !Array.isArray(data260)){
if((data260.mask === undefined) || (!(func0.call(data260, "mask")))){
const err677 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/required",keyword:"required",params:{missingProperty: "mask"},message:"must have required property '"+"mask"+"'",schema:schema11.properties.log.required,parentSchema:schema11.properties.log,data:data260};
if(vErrors === null){
vErrors = [err677];
}
else {
vErrors.push(err677);
}
errors++;
}
if((data260.maskNames === undefined) || (!(func0.call(data260, "maskNames")))){
const err678 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/required",keyword:"required",params:{missingProperty: "maskNames"},message:"must have required property '"+"maskNames"+"'",schema:schema11.properties.log.required,parentSchema:schema11.properties.log,data:data260};
if(vErrors === null){
vErrors = [err678];
}
else {
vErrors.push(err678);
}
errors++;
}
for(const key51 of Object.keys(data260)){
if(!((key51 === "mask") || (key51 === "maskNames"))){
const err679 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key51},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.log,data:data260};
if(vErrors === null){
vErrors = [err679];
}
else {
vErrors.push(err679);
}
errors++;
}
}
if(data260.mask !== undefined && func0.call(data260, "mask")){
let data261 = data260.mask;
if(Array.isArray(data261)){
const len86 = data261.length;
for(let i86=0; i86<len86; i86++){
let data262 = data261[i86];
if(typeof data262 === "string"){
if(func70(data262) > 256){
const err680 = {instancePath:instancePath+"/log/mask/" + i86,schemaPath:"#/properties/log/properties/mask/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema11.properties.log.properties.mask.items,data:data262};
if(vErrors === null){
vErrors = [err680];
}
else {
vErrors.push(err680);
}
errors++;
}
if(!pattern66.test(data262)){
const err681 = {instancePath:instancePath+"/log/mask/" + i86,schemaPath:"#/properties/log/properties/mask/items/pattern",keyword:"pattern",params:{pattern: "^/(input|result)(/[A-Za-z0-9_~-]+)+$"},message:"must match pattern \""+"^/(input|result)(/[A-Za-z0-9_~-]+)+$"+"\"",schema:"^/(input|result)(/[A-Za-z0-9_~-]+)+$",parentSchema:schema11.properties.log.properties.mask.items,data:data262};
if(vErrors === null){
vErrors = [err681];
}
else {
vErrors.push(err681);
}
errors++;
}
}
else {
const err682 = {instancePath:instancePath+"/log/mask/" + i86,schemaPath:"#/properties/log/properties/mask/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.log.properties.mask.items.type,parentSchema:schema11.properties.log.properties.mask.items,data:data262};
if(vErrors === null){
vErrors = [err682];
}
else {
vErrors.push(err682);
}
errors++;
}
}
}
else {
const err683 = {instancePath:instancePath+"/log/mask",schemaPath:"#/properties/log/properties/mask/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.log.properties.mask.type,parentSchema:schema11.properties.log.properties.mask,data:data261};
if(vErrors === null){
vErrors = [err683];
}
else {
vErrors.push(err683);
}
errors++;
}
}
if(data260.maskNames !== undefined && func0.call(data260, "maskNames")){
let data263 = data260.maskNames;
if(Array.isArray(data263)){
const len87 = data263.length;
for(let i87=0; i87<len87; i87++){
let data264 = data263[i87];
if(typeof data264 === "string"){
if(func70(data264) > 64){
const err684 = {instancePath:instancePath+"/log/maskNames/" + i87,schemaPath:"#/properties/log/properties/maskNames/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema11.properties.log.properties.maskNames.items,data:data264};
if(vErrors === null){
vErrors = [err684];
}
else {
vErrors.push(err684);
}
errors++;
}
if(!pattern67.test(data264)){
const err685 = {instancePath:instancePath+"/log/maskNames/" + i87,schemaPath:"#/properties/log/properties/maskNames/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9_.*-]+$"},message:"must match pattern \""+"^[a-z0-9_.*-]+$"+"\"",schema:"^[a-z0-9_.*-]+$",parentSchema:schema11.properties.log.properties.maskNames.items,data:data264};
if(vErrors === null){
vErrors = [err685];
}
else {
vErrors.push(err685);
}
errors++;
}
}
else {
const err686 = {instancePath:instancePath+"/log/maskNames/" + i87,schemaPath:"#/properties/log/properties/maskNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.log.properties.maskNames.items.type,parentSchema:schema11.properties.log.properties.maskNames.items,data:data264};
if(vErrors === null){
vErrors = [err686];
}
else {
vErrors.push(err686);
}
errors++;
}
}
}
else {
const err687 = {instancePath:instancePath+"/log/maskNames",schemaPath:"#/properties/log/properties/maskNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.log.properties.maskNames.type,parentSchema:schema11.properties.log.properties.maskNames,data:data263};
if(vErrors === null){
vErrors = [err687];
}
else {
vErrors.push(err687);
}
errors++;
}
}
}
else {
const err688 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.log.type,parentSchema:schema11.properties.log,data:data260};
if(vErrors === null){
vErrors = [err688];
}
else {
vErrors.push(err688);
}
errors++;
}
}
if(data.own !== undefined && func0.call(data, "own")){
let data265 = data.own;
if(data265 && typeof data265 == "object" && !Array.isArray(data265)){
}
else {
const err689 = {instancePath:instancePath+"/own",schemaPath:"#/properties/own/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.own.type,parentSchema:schema11.properties.own,data:data265};
if(vErrors === null){
vErrors = [err689];
}
else {
vErrors.push(err689);
}
errors++;
}
}
if(data.diagnosis !== undefined && func0.call(data, "diagnosis")){
let data266 = data.diagnosis;
if(data266 && typeof data266 == "object" && !Array.isArray(data266)){
if((data266.tokens === undefined) || (!(func0.call(data266, "tokens")))){
const err690 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "tokens"},message:"must have required property '"+"tokens"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err690];
}
else {
vErrors.push(err690);
}
errors++;
}
if((data266.requests === undefined) || (!(func0.call(data266, "requests")))){
const err691 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "requests"},message:"must have required property '"+"requests"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err691];
}
else {
vErrors.push(err691);
}
errors++;
}
if((data266.laps === undefined) || (!(func0.call(data266, "laps")))){
const err692 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "laps"},message:"must have required property '"+"laps"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err692];
}
else {
vErrors.push(err692);
}
errors++;
}
if((data266.objects === undefined) || (!(func0.call(data266, "objects")))){
const err693 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "objects"},message:"must have required property '"+"objects"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err693];
}
else {
vErrors.push(err693);
}
errors++;
}
if((data266.samples === undefined) || (!(func0.call(data266, "samples")))){
const err694 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "samples"},message:"must have required property '"+"samples"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err694];
}
else {
vErrors.push(err694);
}
errors++;
}
if((data266.events === undefined) || (!(func0.call(data266, "events")))){
const err695 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "events"},message:"must have required property '"+"events"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err695];
}
else {
vErrors.push(err695);
}
errors++;
}
if((data266.logs === undefined) || (!(func0.call(data266, "logs")))){
const err696 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "logs"},message:"must have required property '"+"logs"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err696];
}
else {
vErrors.push(err696);
}
errors++;
}
if((data266.logLines === undefined) || (!(func0.call(data266, "logLines")))){
const err697 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "logLines"},message:"must have required property '"+"logLines"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err697];
}
else {
vErrors.push(err697);
}
errors++;
}
if((data266.recentMinutes === undefined) || (!(func0.call(data266, "recentMinutes")))){
const err698 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "recentMinutes"},message:"must have required property '"+"recentMinutes"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err698];
}
else {
vErrors.push(err698);
}
errors++;
}
if((data266.restarts === undefined) || (!(func0.call(data266, "restarts")))){
const err699 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "restarts"},message:"must have required property '"+"restarts"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err699];
}
else {
vErrors.push(err699);
}
errors++;
}
if((data266.patienceMinutes === undefined) || (!(func0.call(data266, "patienceMinutes")))){
const err700 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "patienceMinutes"},message:"must have required property '"+"patienceMinutes"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err700];
}
else {
vErrors.push(err700);
}
errors++;
}
if((data266.nearest === undefined) || (!(func0.call(data266, "nearest")))){
const err701 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "nearest"},message:"must have required property '"+"nearest"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err701];
}
else {
vErrors.push(err701);
}
errors++;
}
if((data266.conditions === undefined) || (!(func0.call(data266, "conditions")))){
const err702 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "conditions"},message:"must have required property '"+"conditions"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err702];
}
else {
vErrors.push(err702);
}
errors++;
}
if((data266.owned === undefined) || (!(func0.call(data266, "owned")))){
const err703 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "owned"},message:"must have required property '"+"owned"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err703];
}
else {
vErrors.push(err703);
}
errors++;
}
if((data266.stages === undefined) || (!(func0.call(data266, "stages")))){
const err704 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "stages"},message:"must have required property '"+"stages"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err704];
}
else {
vErrors.push(err704);
}
errors++;
}
if((data266.says === undefined) || (!(func0.call(data266, "says")))){
const err705 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "says"},message:"must have required property '"+"says"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err705];
}
else {
vErrors.push(err705);
}
errors++;
}
if((data266.lines === undefined) || (!(func0.call(data266, "lines")))){
const err706 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/required",keyword:"required",params:{missingProperty: "lines"},message:"must have required property '"+"lines"+"'",schema:schema11.properties.diagnosis.required,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err706];
}
else {
vErrors.push(err706);
}
errors++;
}
for(const key52 of Object.keys(data266)){
if(!(func0.call(schema11.properties.diagnosis.properties, key52))){
const err707 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key52},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err707];
}
else {
vErrors.push(err707);
}
errors++;
}
}
if(data266.tokens !== undefined && func0.call(data266, "tokens")){
let data267 = data266.tokens;
if(!((typeof data267 == "number") && (!(data267 % 1) && !isNaN(data267)))){
const err708 = {instancePath:instancePath+"/diagnosis/tokens",schemaPath:"#/properties/diagnosis/properties/tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.diagnosis.properties.tokens.type,parentSchema:schema11.properties.diagnosis.properties.tokens,data:data267};
if(vErrors === null){
vErrors = [err708];
}
else {
vErrors.push(err708);
}
errors++;
}
if(typeof data267 == "number"){
if(data267 > 100000 || isNaN(data267)){
const err709 = {instancePath:instancePath+"/diagnosis/tokens",schemaPath:"#/properties/diagnosis/properties/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema11.properties.diagnosis.properties.tokens,data:data267};
if(vErrors === null){
vErrors = [err709];
}
else {
vErrors.push(err709);
}
errors++;
}
if(data267 < 200 || isNaN(data267)){
const err710 = {instancePath:instancePath+"/diagnosis/tokens",schemaPath:"#/properties/diagnosis/properties/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 200},message:"must be >= 200",schema:200,parentSchema:schema11.properties.diagnosis.properties.tokens,data:data267};
if(vErrors === null){
vErrors = [err710];
}
else {
vErrors.push(err710);
}
errors++;
}
}
}
if(data266.requests !== undefined && func0.call(data266, "requests")){
let data268 = data266.requests;
if(!((typeof data268 == "number") && (!(data268 % 1) && !isNaN(data268)))){
const err711 = {instancePath:instancePath+"/diagnosis/requests",schemaPath:"#/properties/diagnosis/properties/requests/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.diagnosis.properties.requests.type,parentSchema:schema11.properties.diagnosis.properties.requests,data:data268};
if(vErrors === null){
vErrors = [err711];
}
else {
vErrors.push(err711);
}
errors++;
}
if(typeof data268 == "number"){
if(data268 > 60 || isNaN(data268)){
const err712 = {instancePath:instancePath+"/diagnosis/requests",schemaPath:"#/properties/diagnosis/properties/requests/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60},message:"must be <= 60",schema:60,parentSchema:schema11.properties.diagnosis.properties.requests,data:data268};
if(vErrors === null){
vErrors = [err712];
}
else {
vErrors.push(err712);
}
errors++;
}
if(data268 < 4 || isNaN(data268)){
const err713 = {instancePath:instancePath+"/diagnosis/requests",schemaPath:"#/properties/diagnosis/properties/requests/minimum",keyword:"minimum",params:{comparison: ">=", limit: 4},message:"must be >= 4",schema:4,parentSchema:schema11.properties.diagnosis.properties.requests,data:data268};
if(vErrors === null){
vErrors = [err713];
}
else {
vErrors.push(err713);
}
errors++;
}
}
}
if(data266.laps !== undefined && func0.call(data266, "laps")){
let data269 = data266.laps;
if(!((typeof data269 == "number") && (!(data269 % 1) && !isNaN(data269)))){
const err714 = {instancePath:instancePath+"/diagnosis/laps",schemaPath:"#/properties/diagnosis/properties/laps/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.diagnosis.properties.laps.type,parentSchema:schema11.properties.diagnosis.properties.laps,data:data269};
if(vErrors === null){
vErrors = [err714];
}
else {
vErrors.push(err714);
}
errors++;
}
if(typeof data269 == "number"){
if(data269 > 4 || isNaN(data269)){
const err715 = {instancePath:instancePath+"/diagnosis/laps",schemaPath:"#/properties/diagnosis/properties/laps/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4},message:"must be <= 4",schema:4,parentSchema:schema11.properties.diagnosis.properties.laps,data:data269};
if(vErrors === null){
vErrors = [err715];
}
else {
vErrors.push(err715);
}
errors++;
}
if(data269 < 1 || isNaN(data269)){
const err716 = {instancePath:instancePath+"/diagnosis/laps",schemaPath:"#/properties/diagnosis/properties/laps/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.diagnosis.properties.laps,data:data269};
if(vErrors === null){
vErrors = [err716];
}
else {
vErrors.push(err716);
}
errors++;
}
}
}
if(data266.objects !== undefined && func0.call(data266, "objects")){
let data270 = data266.objects;
if(!((typeof data270 == "number") && (!(data270 % 1) && !isNaN(data270)))){
const err717 = {instancePath:instancePath+"/diagnosis/objects",schemaPath:"#/properties/diagnosis/properties/objects/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.diagnosis.properties.objects.type,parentSchema:schema11.properties.diagnosis.properties.objects,data:data270};
if(vErrors === null){
vErrors = [err717];
}
else {
vErrors.push(err717);
}
errors++;
}
if(typeof data270 == "number"){
if(data270 > 500 || isNaN(data270)){
const err718 = {instancePath:instancePath+"/diagnosis/objects",schemaPath:"#/properties/diagnosis/properties/objects/maximum",keyword:"maximum",params:{comparison: "<=", limit: 500},message:"must be <= 500",schema:500,parentSchema:schema11.properties.diagnosis.properties.objects,data:data270};
if(vErrors === null){
vErrors = [err718];
}
else {
vErrors.push(err718);
}
errors++;
}
if(data270 < 1 || isNaN(data270)){
const err719 = {instancePath:instancePath+"/diagnosis/objects",schemaPath:"#/properties/diagnosis/properties/objects/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.diagnosis.properties.objects,data:data270};
if(vErrors === null){
vErrors = [err719];
}
else {
vErrors.push(err719);
}
errors++;
}
}
}
if(data266.samples !== undefined && func0.call(data266, "samples")){
let data271 = data266.samples;
if(!((typeof data271 == "number") && (!(data271 % 1) && !isNaN(data271)))){
const err720 = {instancePath:instancePath+"/diagnosis/samples",schemaPath:"#/properties/diagnosis/properties/samples/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.diagnosis.properties.samples.type,parentSchema:schema11.properties.diagnosis.properties.samples,data:data271};
if(vErrors === null){
vErrors = [err720];
}
else {
vErrors.push(err720);
}
errors++;
}
if(typeof data271 == "number"){
if(data271 > 100 || isNaN(data271)){
const err721 = {instancePath:instancePath+"/diagnosis/samples",schemaPath:"#/properties/diagnosis/properties/samples/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema11.properties.diagnosis.properties.samples,data:data271};
if(vErrors === null){
vErrors = [err721];
}
else {
vErrors.push(err721);
}
errors++;
}
if(data271 < 1 || isNaN(data271)){
const err722 = {instancePath:instancePath+"/diagnosis/samples",schemaPath:"#/properties/diagnosis/properties/samples/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.diagnosis.properties.samples,data:data271};
if(vErrors === null){
vErrors = [err722];
}
else {
vErrors.push(err722);
}
errors++;
}
}
}
if(data266.events !== undefined && func0.call(data266, "events")){
let data272 = data266.events;
if(!((typeof data272 == "number") && (!(data272 % 1) && !isNaN(data272)))){
const err723 = {instancePath:instancePath+"/diagnosis/events",schemaPath:"#/properties/diagnosis/properties/events/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.diagnosis.properties.events.type,parentSchema:schema11.properties.diagnosis.properties.events,data:data272};
if(vErrors === null){
vErrors = [err723];
}
else {
vErrors.push(err723);
}
errors++;
}
if(typeof data272 == "number"){
if(data272 > 1000 || isNaN(data272)){
const err724 = {instancePath:instancePath+"/diagnosis/events",schemaPath:"#/properties/diagnosis/properties/events/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema11.properties.diagnosis.properties.events,data:data272};
if(vErrors === null){
vErrors = [err724];
}
else {
vErrors.push(err724);
}
errors++;
}
if(data272 < 1 || isNaN(data272)){
const err725 = {instancePath:instancePath+"/diagnosis/events",schemaPath:"#/properties/diagnosis/properties/events/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.diagnosis.properties.events,data:data272};
if(vErrors === null){
vErrors = [err725];
}
else {
vErrors.push(err725);
}
errors++;
}
}
}
if(data266.logs !== undefined && func0.call(data266, "logs")){
let data273 = data266.logs;
if(!((typeof data273 == "number") && (!(data273 % 1) && !isNaN(data273)))){
const err726 = {instancePath:instancePath+"/diagnosis/logs",schemaPath:"#/properties/diagnosis/properties/logs/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.diagnosis.properties.logs.type,parentSchema:schema11.properties.diagnosis.properties.logs,data:data273};
if(vErrors === null){
vErrors = [err726];
}
else {
vErrors.push(err726);
}
errors++;
}
if(typeof data273 == "number"){
if(data273 > 20 || isNaN(data273)){
const err727 = {instancePath:instancePath+"/diagnosis/logs",schemaPath:"#/properties/diagnosis/properties/logs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20},message:"must be <= 20",schema:20,parentSchema:schema11.properties.diagnosis.properties.logs,data:data273};
if(vErrors === null){
vErrors = [err727];
}
else {
vErrors.push(err727);
}
errors++;
}
if(data273 < 0 || isNaN(data273)){
const err728 = {instancePath:instancePath+"/diagnosis/logs",schemaPath:"#/properties/diagnosis/properties/logs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.diagnosis.properties.logs,data:data273};
if(vErrors === null){
vErrors = [err728];
}
else {
vErrors.push(err728);
}
errors++;
}
}
}
if(data266.logLines !== undefined && func0.call(data266, "logLines")){
let data274 = data266.logLines;
if(!((typeof data274 == "number") && (!(data274 % 1) && !isNaN(data274)))){
const err729 = {instancePath:instancePath+"/diagnosis/logLines",schemaPath:"#/properties/diagnosis/properties/logLines/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.diagnosis.properties.logLines.type,parentSchema:schema11.properties.diagnosis.properties.logLines,data:data274};
if(vErrors === null){
vErrors = [err729];
}
else {
vErrors.push(err729);
}
errors++;
}
if(typeof data274 == "number"){
if(data274 > 1000 || isNaN(data274)){
const err730 = {instancePath:instancePath+"/diagnosis/logLines",schemaPath:"#/properties/diagnosis/properties/logLines/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema11.properties.diagnosis.properties.logLines,data:data274};
if(vErrors === null){
vErrors = [err730];
}
else {
vErrors.push(err730);
}
errors++;
}
if(data274 < 1 || isNaN(data274)){
const err731 = {instancePath:instancePath+"/diagnosis/logLines",schemaPath:"#/properties/diagnosis/properties/logLines/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.diagnosis.properties.logLines,data:data274};
if(vErrors === null){
vErrors = [err731];
}
else {
vErrors.push(err731);
}
errors++;
}
}
}
if(data266.recentMinutes !== undefined && func0.call(data266, "recentMinutes")){
let data275 = data266.recentMinutes;
if(!((typeof data275 == "number") && (!(data275 % 1) && !isNaN(data275)))){
const err732 = {instancePath:instancePath+"/diagnosis/recentMinutes",schemaPath:"#/properties/diagnosis/properties/recentMinutes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.diagnosis.properties.recentMinutes.type,parentSchema:schema11.properties.diagnosis.properties.recentMinutes,data:data275};
if(vErrors === null){
vErrors = [err732];
}
else {
vErrors.push(err732);
}
errors++;
}
if(typeof data275 == "number"){
if(data275 > 100000 || isNaN(data275)){
const err733 = {instancePath:instancePath+"/diagnosis/recentMinutes",schemaPath:"#/properties/diagnosis/properties/recentMinutes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema11.properties.diagnosis.properties.recentMinutes,data:data275};
if(vErrors === null){
vErrors = [err733];
}
else {
vErrors.push(err733);
}
errors++;
}
if(data275 < 1 || isNaN(data275)){
const err734 = {instancePath:instancePath+"/diagnosis/recentMinutes",schemaPath:"#/properties/diagnosis/properties/recentMinutes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.diagnosis.properties.recentMinutes,data:data275};
if(vErrors === null){
vErrors = [err734];
}
else {
vErrors.push(err734);
}
errors++;
}
}
}
if(data266.restarts !== undefined && func0.call(data266, "restarts")){
let data276 = data266.restarts;
if(!((typeof data276 == "number") && (!(data276 % 1) && !isNaN(data276)))){
const err735 = {instancePath:instancePath+"/diagnosis/restarts",schemaPath:"#/properties/diagnosis/properties/restarts/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.diagnosis.properties.restarts.type,parentSchema:schema11.properties.diagnosis.properties.restarts,data:data276};
if(vErrors === null){
vErrors = [err735];
}
else {
vErrors.push(err735);
}
errors++;
}
if(typeof data276 == "number"){
if(data276 > 1000 || isNaN(data276)){
const err736 = {instancePath:instancePath+"/diagnosis/restarts",schemaPath:"#/properties/diagnosis/properties/restarts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema11.properties.diagnosis.properties.restarts,data:data276};
if(vErrors === null){
vErrors = [err736];
}
else {
vErrors.push(err736);
}
errors++;
}
if(data276 < 1 || isNaN(data276)){
const err737 = {instancePath:instancePath+"/diagnosis/restarts",schemaPath:"#/properties/diagnosis/properties/restarts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.diagnosis.properties.restarts,data:data276};
if(vErrors === null){
vErrors = [err737];
}
else {
vErrors.push(err737);
}
errors++;
}
}
}
if(data266.patienceMinutes !== undefined && func0.call(data266, "patienceMinutes")){
let data277 = data266.patienceMinutes;
if(!((typeof data277 == "number") && (!(data277 % 1) && !isNaN(data277)))){
const err738 = {instancePath:instancePath+"/diagnosis/patienceMinutes",schemaPath:"#/properties/diagnosis/properties/patienceMinutes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.diagnosis.properties.patienceMinutes.type,parentSchema:schema11.properties.diagnosis.properties.patienceMinutes,data:data277};
if(vErrors === null){
vErrors = [err738];
}
else {
vErrors.push(err738);
}
errors++;
}
if(typeof data277 == "number"){
if(data277 > 100000 || isNaN(data277)){
const err739 = {instancePath:instancePath+"/diagnosis/patienceMinutes",schemaPath:"#/properties/diagnosis/properties/patienceMinutes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema11.properties.diagnosis.properties.patienceMinutes,data:data277};
if(vErrors === null){
vErrors = [err739];
}
else {
vErrors.push(err739);
}
errors++;
}
if(data277 < 1 || isNaN(data277)){
const err740 = {instancePath:instancePath+"/diagnosis/patienceMinutes",schemaPath:"#/properties/diagnosis/properties/patienceMinutes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema11.properties.diagnosis.properties.patienceMinutes,data:data277};
if(vErrors === null){
vErrors = [err740];
}
else {
vErrors.push(err740);
}
errors++;
}
}
}
if(data266.nearest !== undefined && func0.call(data266, "nearest")){
let data278 = data266.nearest;
if(!((typeof data278 == "number") && (!(data278 % 1) && !isNaN(data278)))){
const err741 = {instancePath:instancePath+"/diagnosis/nearest",schemaPath:"#/properties/diagnosis/properties/nearest/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.diagnosis.properties.nearest.type,parentSchema:schema11.properties.diagnosis.properties.nearest,data:data278};
if(vErrors === null){
vErrors = [err741];
}
else {
vErrors.push(err741);
}
errors++;
}
if(typeof data278 == "number"){
if(data278 > 50 || isNaN(data278)){
const err742 = {instancePath:instancePath+"/diagnosis/nearest",schemaPath:"#/properties/diagnosis/properties/nearest/maximum",keyword:"maximum",params:{comparison: "<=", limit: 50},message:"must be <= 50",schema:50,parentSchema:schema11.properties.diagnosis.properties.nearest,data:data278};
if(vErrors === null){
vErrors = [err742];
}
else {
vErrors.push(err742);
}
errors++;
}
if(data278 < 0 || isNaN(data278)){
const err743 = {instancePath:instancePath+"/diagnosis/nearest",schemaPath:"#/properties/diagnosis/properties/nearest/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.diagnosis.properties.nearest,data:data278};
if(vErrors === null){
vErrors = [err743];
}
else {
vErrors.push(err743);
}
errors++;
}
}
}
if(data266.conditions !== undefined && func0.call(data266, "conditions")){
let data279 = data266.conditions;
if(data279 && typeof data279 == "object" && !Array.isArray(data279)){
if((data279.bad === undefined) || (!(func0.call(data279, "bad")))){
const err744 = {instancePath:instancePath+"/diagnosis/conditions",schemaPath:"#/properties/diagnosis/properties/conditions/required",keyword:"required",params:{missingProperty: "bad"},message:"must have required property '"+"bad"+"'",schema:schema11.properties.diagnosis.properties.conditions.required,parentSchema:schema11.properties.diagnosis.properties.conditions,data:data279};
if(vErrors === null){
vErrors = [err744];
}
else {
vErrors.push(err744);
}
errors++;
}
if((data279.neutral === undefined) || (!(func0.call(data279, "neutral")))){
const err745 = {instancePath:instancePath+"/diagnosis/conditions",schemaPath:"#/properties/diagnosis/properties/conditions/required",keyword:"required",params:{missingProperty: "neutral"},message:"must have required property '"+"neutral"+"'",schema:schema11.properties.diagnosis.properties.conditions.required,parentSchema:schema11.properties.diagnosis.properties.conditions,data:data279};
if(vErrors === null){
vErrors = [err745];
}
else {
vErrors.push(err745);
}
errors++;
}
for(const key53 of Object.keys(data279)){
if(!((key53 === "bad") || (key53 === "neutral"))){
const err746 = {instancePath:instancePath+"/diagnosis/conditions",schemaPath:"#/properties/diagnosis/properties/conditions/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key53},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.diagnosis.properties.conditions,data:data279};
if(vErrors === null){
vErrors = [err746];
}
else {
vErrors.push(err746);
}
errors++;
}
}
if(data279.bad !== undefined && func0.call(data279, "bad")){
let data280 = data279.bad;
if(Array.isArray(data280)){
if(data280.length > 256){
const err747 = {instancePath:instancePath+"/diagnosis/conditions/bad",schemaPath:"#/properties/diagnosis/properties/conditions/properties/bad/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items",schema:256,parentSchema:schema11.properties.diagnosis.properties.conditions.properties.bad,data:data280};
if(vErrors === null){
vErrors = [err747];
}
else {
vErrors.push(err747);
}
errors++;
}
const len88 = data280.length;
for(let i88=0; i88<len88; i88++){
let data281 = data280[i88];
if(typeof data281 === "string"){
if(func70(data281) > 128){
const err748 = {instancePath:instancePath+"/diagnosis/conditions/bad/" + i88,schemaPath:"#/properties/diagnosis/properties/conditions/properties/bad/items/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema11.properties.diagnosis.properties.conditions.properties.bad.items,data:data281};
if(vErrors === null){
vErrors = [err748];
}
else {
vErrors.push(err748);
}
errors++;
}
if(!pattern68.test(data281)){
const err749 = {instancePath:instancePath+"/diagnosis/conditions/bad/" + i88,schemaPath:"#/properties/diagnosis/properties/conditions/properties/bad/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9*]+$"},message:"must match pattern \""+"^[A-Za-z0-9*]+$"+"\"",schema:"^[A-Za-z0-9*]+$",parentSchema:schema11.properties.diagnosis.properties.conditions.properties.bad.items,data:data281};
if(vErrors === null){
vErrors = [err749];
}
else {
vErrors.push(err749);
}
errors++;
}
}
else {
const err750 = {instancePath:instancePath+"/diagnosis/conditions/bad/" + i88,schemaPath:"#/properties/diagnosis/properties/conditions/properties/bad/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.diagnosis.properties.conditions.properties.bad.items.type,parentSchema:schema11.properties.diagnosis.properties.conditions.properties.bad.items,data:data281};
if(vErrors === null){
vErrors = [err750];
}
else {
vErrors.push(err750);
}
errors++;
}
}
}
else {
const err751 = {instancePath:instancePath+"/diagnosis/conditions/bad",schemaPath:"#/properties/diagnosis/properties/conditions/properties/bad/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.diagnosis.properties.conditions.properties.bad.type,parentSchema:schema11.properties.diagnosis.properties.conditions.properties.bad,data:data280};
if(vErrors === null){
vErrors = [err751];
}
else {
vErrors.push(err751);
}
errors++;
}
}
if(data279.neutral !== undefined && func0.call(data279, "neutral")){
let data282 = data279.neutral;
if(Array.isArray(data282)){
if(data282.length > 256){
const err752 = {instancePath:instancePath+"/diagnosis/conditions/neutral",schemaPath:"#/properties/diagnosis/properties/conditions/properties/neutral/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items",schema:256,parentSchema:schema11.properties.diagnosis.properties.conditions.properties.neutral,data:data282};
if(vErrors === null){
vErrors = [err752];
}
else {
vErrors.push(err752);
}
errors++;
}
const len89 = data282.length;
for(let i89=0; i89<len89; i89++){
let data283 = data282[i89];
if(typeof data283 === "string"){
if(func70(data283) > 128){
const err753 = {instancePath:instancePath+"/diagnosis/conditions/neutral/" + i89,schemaPath:"#/properties/diagnosis/properties/conditions/properties/neutral/items/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema11.properties.diagnosis.properties.conditions.properties.neutral.items,data:data283};
if(vErrors === null){
vErrors = [err753];
}
else {
vErrors.push(err753);
}
errors++;
}
if(!pattern68.test(data283)){
const err754 = {instancePath:instancePath+"/diagnosis/conditions/neutral/" + i89,schemaPath:"#/properties/diagnosis/properties/conditions/properties/neutral/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9*]+$"},message:"must match pattern \""+"^[A-Za-z0-9*]+$"+"\"",schema:"^[A-Za-z0-9*]+$",parentSchema:schema11.properties.diagnosis.properties.conditions.properties.neutral.items,data:data283};
if(vErrors === null){
vErrors = [err754];
}
else {
vErrors.push(err754);
}
errors++;
}
}
else {
const err755 = {instancePath:instancePath+"/diagnosis/conditions/neutral/" + i89,schemaPath:"#/properties/diagnosis/properties/conditions/properties/neutral/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.diagnosis.properties.conditions.properties.neutral.items.type,parentSchema:schema11.properties.diagnosis.properties.conditions.properties.neutral.items,data:data283};
if(vErrors === null){
vErrors = [err755];
}
else {
vErrors.push(err755);
}
errors++;
}
}
}
else {
const err756 = {instancePath:instancePath+"/diagnosis/conditions/neutral",schemaPath:"#/properties/diagnosis/properties/conditions/properties/neutral/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.diagnosis.properties.conditions.properties.neutral.type,parentSchema:schema11.properties.diagnosis.properties.conditions.properties.neutral,data:data282};
if(vErrors === null){
vErrors = [err756];
}
else {
vErrors.push(err756);
}
errors++;
}
}
}
else {
const err757 = {instancePath:instancePath+"/diagnosis/conditions",schemaPath:"#/properties/diagnosis/properties/conditions/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.diagnosis.properties.conditions.type,parentSchema:schema11.properties.diagnosis.properties.conditions,data:data279};
if(vErrors === null){
vErrors = [err757];
}
else {
vErrors.push(err757);
}
errors++;
}
}
if(data266.owned !== undefined && func0.call(data266, "owned")){
let data284 = data266.owned;
if(data284 && typeof data284 == "object" && !Array.isArray(data284)){
if((data284["*"] === undefined) || (!(func0.call(data284, "*")))){
const err758 = {instancePath:instancePath+"/diagnosis/owned",schemaPath:"#/properties/diagnosis/properties/owned/required",keyword:"required",params:{missingProperty: "*"},message:"must have required property '"+"*"+"'",schema:schema11.properties.diagnosis.properties.owned.required,parentSchema:schema11.properties.diagnosis.properties.owned,data:data284};
if(vErrors === null){
vErrors = [err758];
}
else {
vErrors.push(err758);
}
errors++;
}
for(const key54 of Object.keys(data284)){
let data285 = data284[key54];
if(Array.isArray(data285)){
if(data285.length > 20){
const err759 = {instancePath:instancePath+"/diagnosis/owned/" + key54.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/diagnosis/properties/owned/additionalProperties/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items",schema:20,parentSchema:schema11.properties.diagnosis.properties.owned.additionalProperties,data:data285};
if(vErrors === null){
vErrors = [err759];
}
else {
vErrors.push(err759);
}
errors++;
}
const len90 = data285.length;
for(let i90=0; i90<len90; i90++){
let data286 = data285[i90];
if(typeof data286 === "string"){
if(func70(data286) > 253){
const err760 = {instancePath:instancePath+"/diagnosis/owned/" + key54.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i90,schemaPath:"#/properties/diagnosis/properties/owned/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema11.properties.diagnosis.properties.owned.additionalProperties.items,data:data286};
if(vErrors === null){
vErrors = [err760];
}
else {
vErrors.push(err760);
}
errors++;
}
if(!pattern48.test(data286)){
const err761 = {instancePath:instancePath+"/diagnosis/owned/" + key54.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i90,schemaPath:"#/properties/diagnosis/properties/owned/additionalProperties/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9./-]+$"},message:"must match pattern \""+"^[A-Za-z0-9./-]+$"+"\"",schema:"^[A-Za-z0-9./-]+$",parentSchema:schema11.properties.diagnosis.properties.owned.additionalProperties.items,data:data286};
if(vErrors === null){
vErrors = [err761];
}
else {
vErrors.push(err761);
}
errors++;
}
}
else {
const err762 = {instancePath:instancePath+"/diagnosis/owned/" + key54.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i90,schemaPath:"#/properties/diagnosis/properties/owned/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.diagnosis.properties.owned.additionalProperties.items.type,parentSchema:schema11.properties.diagnosis.properties.owned.additionalProperties.items,data:data286};
if(vErrors === null){
vErrors = [err762];
}
else {
vErrors.push(err762);
}
errors++;
}
}
}
else {
const err763 = {instancePath:instancePath+"/diagnosis/owned/" + key54.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/diagnosis/properties/owned/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.diagnosis.properties.owned.additionalProperties.type,parentSchema:schema11.properties.diagnosis.properties.owned.additionalProperties,data:data285};
if(vErrors === null){
vErrors = [err763];
}
else {
vErrors.push(err763);
}
errors++;
}
}
}
else {
const err764 = {instancePath:instancePath+"/diagnosis/owned",schemaPath:"#/properties/diagnosis/properties/owned/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.diagnosis.properties.owned.type,parentSchema:schema11.properties.diagnosis.properties.owned,data:data284};
if(vErrors === null){
vErrors = [err764];
}
else {
vErrors.push(err764);
}
errors++;
}
}
if(data266.stages !== undefined && func0.call(data266, "stages")){
let data287 = data266.stages;
if(Array.isArray(data287)){
if(data287.length > 64){
const err765 = {instancePath:instancePath+"/diagnosis/stages",schemaPath:"#/properties/diagnosis/properties/stages/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items",schema:64,parentSchema:schema11.properties.diagnosis.properties.stages,data:data287};
if(vErrors === null){
vErrors = [err765];
}
else {
vErrors.push(err765);
}
errors++;
}
if(data287.length < 1){
const err766 = {instancePath:instancePath+"/diagnosis/stages",schemaPath:"#/properties/diagnosis/properties/stages/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.diagnosis.properties.stages,data:data287};
if(vErrors === null){
vErrors = [err766];
}
else {
vErrors.push(err766);
}
errors++;
}
const len91 = data287.length;
for(let i91=0; i91<len91; i91++){
let data288 = data287[i91];
if(typeof data288 === "string"){
if(!pattern71.test(data288)){
const err767 = {instancePath:instancePath+"/diagnosis/stages/" + i91,schemaPath:"#/properties/diagnosis/properties/stages/items/pattern",keyword:"pattern",params:{pattern: "^[a-z_]+$"},message:"must match pattern \""+"^[a-z_]+$"+"\"",schema:"^[a-z_]+$",parentSchema:schema11.properties.diagnosis.properties.stages.items,data:data288};
if(vErrors === null){
vErrors = [err767];
}
else {
vErrors.push(err767);
}
errors++;
}
}
else {
const err768 = {instancePath:instancePath+"/diagnosis/stages/" + i91,schemaPath:"#/properties/diagnosis/properties/stages/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.diagnosis.properties.stages.items.type,parentSchema:schema11.properties.diagnosis.properties.stages.items,data:data288};
if(vErrors === null){
vErrors = [err768];
}
else {
vErrors.push(err768);
}
errors++;
}
}
}
else {
const err769 = {instancePath:instancePath+"/diagnosis/stages",schemaPath:"#/properties/diagnosis/properties/stages/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.diagnosis.properties.stages.type,parentSchema:schema11.properties.diagnosis.properties.stages,data:data287};
if(vErrors === null){
vErrors = [err769];
}
else {
vErrors.push(err769);
}
errors++;
}
}
if(data266.says !== undefined && func0.call(data266, "says")){
let data289 = data266.says;
if(data289 && typeof data289 == "object" && !Array.isArray(data289)){
for(const key55 of Object.keys(data289)){
const _errs638 = errors;
if(typeof key55 === "string"){
if(!pattern71.test(key55)){
const err770 = {instancePath:instancePath+"/diagnosis/says",schemaPath:"#/properties/diagnosis/properties/says/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z_]+$"},message:"must match pattern \""+"^[a-z_]+$"+"\"",schema:"^[a-z_]+$",parentSchema:schema11.properties.diagnosis.properties.says.propertyNames,data:key55,propertyName:key55};
if(vErrors === null){
vErrors = [err770];
}
else {
vErrors.push(err770);
}
errors++;
}
}
var valid235 = _errs638 === errors;
if(!valid235){
const err771 = {instancePath:instancePath+"/diagnosis/says",schemaPath:"#/properties/diagnosis/properties/says/propertyNames",keyword:"propertyNames",params:{propertyName: key55},message:"property name must be valid",schema:schema11.properties.diagnosis.properties.says.propertyNames,parentSchema:schema11.properties.diagnosis.properties.says,data:data289};
if(vErrors === null){
vErrors = [err771];
}
else {
vErrors.push(err771);
}
errors++;
}
}
for(const key56 of Object.keys(data289)){
let data290 = data289[key56];
if(Array.isArray(data290)){
const len92 = data290.length;
for(let i92=0; i92<len92; i92++){
let data291 = data290[i92];
if(typeof data291 === "string"){
if(func70(data291) > 100){
const err772 = {instancePath:instancePath+"/diagnosis/says/" + key56.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i92,schemaPath:"#/properties/diagnosis/properties/says/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema11.properties.diagnosis.properties.says.additionalProperties.items,data:data291};
if(vErrors === null){
vErrors = [err772];
}
else {
vErrors.push(err772);
}
errors++;
}
if(func70(data291) < 3){
const err773 = {instancePath:instancePath+"/diagnosis/says/" + key56.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i92,schemaPath:"#/properties/diagnosis/properties/says/additionalProperties/items/minLength",keyword:"minLength",params:{limit: 3},message:"must NOT have fewer than 3 characters",schema:3,parentSchema:schema11.properties.diagnosis.properties.says.additionalProperties.items,data:data291};
if(vErrors === null){
vErrors = [err773];
}
else {
vErrors.push(err773);
}
errors++;
}
}
else {
const err774 = {instancePath:instancePath+"/diagnosis/says/" + key56.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i92,schemaPath:"#/properties/diagnosis/properties/says/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.diagnosis.properties.says.additionalProperties.items.type,parentSchema:schema11.properties.diagnosis.properties.says.additionalProperties.items,data:data291};
if(vErrors === null){
vErrors = [err774];
}
else {
vErrors.push(err774);
}
errors++;
}
}
}
else {
const err775 = {instancePath:instancePath+"/diagnosis/says/" + key56.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/diagnosis/properties/says/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.diagnosis.properties.says.additionalProperties.type,parentSchema:schema11.properties.diagnosis.properties.says.additionalProperties,data:data290};
if(vErrors === null){
vErrors = [err775];
}
else {
vErrors.push(err775);
}
errors++;
}
}
}
else {
const err776 = {instancePath:instancePath+"/diagnosis/says",schemaPath:"#/properties/diagnosis/properties/says/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.diagnosis.properties.says.type,parentSchema:schema11.properties.diagnosis.properties.says,data:data289};
if(vErrors === null){
vErrors = [err776];
}
else {
vErrors.push(err776);
}
errors++;
}
}
if(data266.lines !== undefined && func0.call(data266, "lines")){
let data292 = data266.lines;
if(data292 && typeof data292 == "object" && !Array.isArray(data292)){
if((data292.calm === undefined) || (!(func0.call(data292, "calm")))){
const err777 = {instancePath:instancePath+"/diagnosis/lines",schemaPath:"#/properties/diagnosis/properties/lines/required",keyword:"required",params:{missingProperty: "calm"},message:"must have required property '"+"calm"+"'",schema:schema11.properties.diagnosis.properties.lines.required,parentSchema:schema11.properties.diagnosis.properties.lines,data:data292};
if(vErrors === null){
vErrors = [err777];
}
else {
vErrors.push(err777);
}
errors++;
}
if((data292.warning === undefined) || (!(func0.call(data292, "warning")))){
const err778 = {instancePath:instancePath+"/diagnosis/lines",schemaPath:"#/properties/diagnosis/properties/lines/required",keyword:"required",params:{missingProperty: "warning"},message:"must have required property '"+"warning"+"'",schema:schema11.properties.diagnosis.properties.lines.required,parentSchema:schema11.properties.diagnosis.properties.lines,data:data292};
if(vErrors === null){
vErrors = [err778];
}
else {
vErrors.push(err778);
}
errors++;
}
if((data292.grave === undefined) || (!(func0.call(data292, "grave")))){
const err779 = {instancePath:instancePath+"/diagnosis/lines",schemaPath:"#/properties/diagnosis/properties/lines/required",keyword:"required",params:{missingProperty: "grave"},message:"must have required property '"+"grave"+"'",schema:schema11.properties.diagnosis.properties.lines.required,parentSchema:schema11.properties.diagnosis.properties.lines,data:data292};
if(vErrors === null){
vErrors = [err779];
}
else {
vErrors.push(err779);
}
errors++;
}
if((data292.fatal === undefined) || (!(func0.call(data292, "fatal")))){
const err780 = {instancePath:instancePath+"/diagnosis/lines",schemaPath:"#/properties/diagnosis/properties/lines/required",keyword:"required",params:{missingProperty: "fatal"},message:"must have required property '"+"fatal"+"'",schema:schema11.properties.diagnosis.properties.lines.required,parentSchema:schema11.properties.diagnosis.properties.lines,data:data292};
if(vErrors === null){
vErrors = [err780];
}
else {
vErrors.push(err780);
}
errors++;
}
if((data292.harmless === undefined) || (!(func0.call(data292, "harmless")))){
const err781 = {instancePath:instancePath+"/diagnosis/lines",schemaPath:"#/properties/diagnosis/properties/lines/required",keyword:"required",params:{missingProperty: "harmless"},message:"must have required property '"+"harmless"+"'",schema:schema11.properties.diagnosis.properties.lines.required,parentSchema:schema11.properties.diagnosis.properties.lines,data:data292};
if(vErrors === null){
vErrors = [err781];
}
else {
vErrors.push(err781);
}
errors++;
}
if((data292.ending === undefined) || (!(func0.call(data292, "ending")))){
const err782 = {instancePath:instancePath+"/diagnosis/lines",schemaPath:"#/properties/diagnosis/properties/lines/required",keyword:"required",params:{missingProperty: "ending"},message:"must have required property '"+"ending"+"'",schema:schema11.properties.diagnosis.properties.lines.required,parentSchema:schema11.properties.diagnosis.properties.lines,data:data292};
if(vErrors === null){
vErrors = [err782];
}
else {
vErrors.push(err782);
}
errors++;
}
if((data292.listening === undefined) || (!(func0.call(data292, "listening")))){
const err783 = {instancePath:instancePath+"/diagnosis/lines",schemaPath:"#/properties/diagnosis/properties/lines/required",keyword:"required",params:{missingProperty: "listening"},message:"must have required property '"+"listening"+"'",schema:schema11.properties.diagnosis.properties.lines.required,parentSchema:schema11.properties.diagnosis.properties.lines,data:data292};
if(vErrors === null){
vErrors = [err783];
}
else {
vErrors.push(err783);
}
errors++;
}
if((data292.orders === undefined) || (!(func0.call(data292, "orders")))){
const err784 = {instancePath:instancePath+"/diagnosis/lines",schemaPath:"#/properties/diagnosis/properties/lines/required",keyword:"required",params:{missingProperty: "orders"},message:"must have required property '"+"orders"+"'",schema:schema11.properties.diagnosis.properties.lines.required,parentSchema:schema11.properties.diagnosis.properties.lines,data:data292};
if(vErrors === null){
vErrors = [err784];
}
else {
vErrors.push(err784);
}
errors++;
}
for(const key57 of Object.keys(data292)){
if(!((((((((key57 === "calm") || (key57 === "warning")) || (key57 === "grave")) || (key57 === "fatal")) || (key57 === "harmless")) || (key57 === "ending")) || (key57 === "listening")) || (key57 === "orders"))){
const err785 = {instancePath:instancePath+"/diagnosis/lines",schemaPath:"#/properties/diagnosis/properties/lines/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key57},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.diagnosis.properties.lines,data:data292};
if(vErrors === null){
vErrors = [err785];
}
else {
vErrors.push(err785);
}
errors++;
}
}
if(data292.calm !== undefined && func0.call(data292, "calm")){
let data293 = data292.calm;
if(Array.isArray(data293)){
const len93 = data293.length;
for(let i93=0; i93<len93; i93++){
let data294 = data293[i93];
if(typeof data294 === "string"){
if(func70(data294) > 100){
const err786 = {instancePath:instancePath+"/diagnosis/lines/calm/" + i93,schemaPath:"#/properties/diagnosis/properties/lines/properties/calm/items/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema11.properties.diagnosis.properties.lines.properties.calm.items,data:data294};
if(vErrors === null){
vErrors = [err786];
}
else {
vErrors.push(err786);
}
errors++;
}
if(func70(data294) < 1){
const err787 = {instancePath:instancePath+"/diagnosis/lines/calm/" + i93,schemaPath:"#/properties/diagnosis/properties/lines/properties/calm/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.diagnosis.properties.lines.properties.calm.items,data:data294};
if(vErrors === null){
vErrors = [err787];
}
else {
vErrors.push(err787);
}
errors++;
}
}
else {
const err788 = {instancePath:instancePath+"/diagnosis/lines/calm/" + i93,schemaPath:"#/properties/diagnosis/properties/lines/properties/calm/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.diagnosis.properties.lines.properties.calm.items.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.calm.items,data:data294};
if(vErrors === null){
vErrors = [err788];
}
else {
vErrors.push(err788);
}
errors++;
}
}
}
else {
const err789 = {instancePath:instancePath+"/diagnosis/lines/calm",schemaPath:"#/properties/diagnosis/properties/lines/properties/calm/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.diagnosis.properties.lines.properties.calm.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.calm,data:data293};
if(vErrors === null){
vErrors = [err789];
}
else {
vErrors.push(err789);
}
errors++;
}
}
if(data292.warning !== undefined && func0.call(data292, "warning")){
let data295 = data292.warning;
if(Array.isArray(data295)){
const len94 = data295.length;
for(let i94=0; i94<len94; i94++){
let data296 = data295[i94];
if(typeof data296 === "string"){
if(func70(data296) > 100){
const err790 = {instancePath:instancePath+"/diagnosis/lines/warning/" + i94,schemaPath:"#/properties/diagnosis/properties/lines/properties/warning/items/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema11.properties.diagnosis.properties.lines.properties.warning.items,data:data296};
if(vErrors === null){
vErrors = [err790];
}
else {
vErrors.push(err790);
}
errors++;
}
if(func70(data296) < 1){
const err791 = {instancePath:instancePath+"/diagnosis/lines/warning/" + i94,schemaPath:"#/properties/diagnosis/properties/lines/properties/warning/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.diagnosis.properties.lines.properties.warning.items,data:data296};
if(vErrors === null){
vErrors = [err791];
}
else {
vErrors.push(err791);
}
errors++;
}
}
else {
const err792 = {instancePath:instancePath+"/diagnosis/lines/warning/" + i94,schemaPath:"#/properties/diagnosis/properties/lines/properties/warning/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.diagnosis.properties.lines.properties.warning.items.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.warning.items,data:data296};
if(vErrors === null){
vErrors = [err792];
}
else {
vErrors.push(err792);
}
errors++;
}
}
}
else {
const err793 = {instancePath:instancePath+"/diagnosis/lines/warning",schemaPath:"#/properties/diagnosis/properties/lines/properties/warning/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.diagnosis.properties.lines.properties.warning.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.warning,data:data295};
if(vErrors === null){
vErrors = [err793];
}
else {
vErrors.push(err793);
}
errors++;
}
}
if(data292.grave !== undefined && func0.call(data292, "grave")){
let data297 = data292.grave;
if(Array.isArray(data297)){
const len95 = data297.length;
for(let i95=0; i95<len95; i95++){
let data298 = data297[i95];
if(typeof data298 === "string"){
if(func70(data298) > 100){
const err794 = {instancePath:instancePath+"/diagnosis/lines/grave/" + i95,schemaPath:"#/properties/diagnosis/properties/lines/properties/grave/items/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema11.properties.diagnosis.properties.lines.properties.grave.items,data:data298};
if(vErrors === null){
vErrors = [err794];
}
else {
vErrors.push(err794);
}
errors++;
}
if(func70(data298) < 1){
const err795 = {instancePath:instancePath+"/diagnosis/lines/grave/" + i95,schemaPath:"#/properties/diagnosis/properties/lines/properties/grave/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.diagnosis.properties.lines.properties.grave.items,data:data298};
if(vErrors === null){
vErrors = [err795];
}
else {
vErrors.push(err795);
}
errors++;
}
}
else {
const err796 = {instancePath:instancePath+"/diagnosis/lines/grave/" + i95,schemaPath:"#/properties/diagnosis/properties/lines/properties/grave/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.diagnosis.properties.lines.properties.grave.items.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.grave.items,data:data298};
if(vErrors === null){
vErrors = [err796];
}
else {
vErrors.push(err796);
}
errors++;
}
}
}
else {
const err797 = {instancePath:instancePath+"/diagnosis/lines/grave",schemaPath:"#/properties/diagnosis/properties/lines/properties/grave/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.diagnosis.properties.lines.properties.grave.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.grave,data:data297};
if(vErrors === null){
vErrors = [err797];
}
else {
vErrors.push(err797);
}
errors++;
}
}
if(data292.fatal !== undefined && func0.call(data292, "fatal")){
let data299 = data292.fatal;
if(Array.isArray(data299)){
const len96 = data299.length;
for(let i96=0; i96<len96; i96++){
let data300 = data299[i96];
if(typeof data300 === "string"){
if(func70(data300) > 100){
const err798 = {instancePath:instancePath+"/diagnosis/lines/fatal/" + i96,schemaPath:"#/properties/diagnosis/properties/lines/properties/fatal/items/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema11.properties.diagnosis.properties.lines.properties.fatal.items,data:data300};
if(vErrors === null){
vErrors = [err798];
}
else {
vErrors.push(err798);
}
errors++;
}
if(func70(data300) < 1){
const err799 = {instancePath:instancePath+"/diagnosis/lines/fatal/" + i96,schemaPath:"#/properties/diagnosis/properties/lines/properties/fatal/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.diagnosis.properties.lines.properties.fatal.items,data:data300};
if(vErrors === null){
vErrors = [err799];
}
else {
vErrors.push(err799);
}
errors++;
}
}
else {
const err800 = {instancePath:instancePath+"/diagnosis/lines/fatal/" + i96,schemaPath:"#/properties/diagnosis/properties/lines/properties/fatal/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.diagnosis.properties.lines.properties.fatal.items.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.fatal.items,data:data300};
if(vErrors === null){
vErrors = [err800];
}
else {
vErrors.push(err800);
}
errors++;
}
}
}
else {
const err801 = {instancePath:instancePath+"/diagnosis/lines/fatal",schemaPath:"#/properties/diagnosis/properties/lines/properties/fatal/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.diagnosis.properties.lines.properties.fatal.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.fatal,data:data299};
if(vErrors === null){
vErrors = [err801];
}
else {
vErrors.push(err801);
}
errors++;
}
}
if(data292.harmless !== undefined && func0.call(data292, "harmless")){
let data301 = data292.harmless;
if(Array.isArray(data301)){
const len97 = data301.length;
for(let i97=0; i97<len97; i97++){
let data302 = data301[i97];
if(typeof data302 === "string"){
if(func70(data302) > 100){
const err802 = {instancePath:instancePath+"/diagnosis/lines/harmless/" + i97,schemaPath:"#/properties/diagnosis/properties/lines/properties/harmless/items/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema11.properties.diagnosis.properties.lines.properties.harmless.items,data:data302};
if(vErrors === null){
vErrors = [err802];
}
else {
vErrors.push(err802);
}
errors++;
}
if(func70(data302) < 1){
const err803 = {instancePath:instancePath+"/diagnosis/lines/harmless/" + i97,schemaPath:"#/properties/diagnosis/properties/lines/properties/harmless/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.diagnosis.properties.lines.properties.harmless.items,data:data302};
if(vErrors === null){
vErrors = [err803];
}
else {
vErrors.push(err803);
}
errors++;
}
}
else {
const err804 = {instancePath:instancePath+"/diagnosis/lines/harmless/" + i97,schemaPath:"#/properties/diagnosis/properties/lines/properties/harmless/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.diagnosis.properties.lines.properties.harmless.items.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.harmless.items,data:data302};
if(vErrors === null){
vErrors = [err804];
}
else {
vErrors.push(err804);
}
errors++;
}
}
}
else {
const err805 = {instancePath:instancePath+"/diagnosis/lines/harmless",schemaPath:"#/properties/diagnosis/properties/lines/properties/harmless/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.diagnosis.properties.lines.properties.harmless.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.harmless,data:data301};
if(vErrors === null){
vErrors = [err805];
}
else {
vErrors.push(err805);
}
errors++;
}
}
if(data292.ending !== undefined && func0.call(data292, "ending")){
let data303 = data292.ending;
if(Array.isArray(data303)){
const len98 = data303.length;
for(let i98=0; i98<len98; i98++){
let data304 = data303[i98];
if(typeof data304 === "string"){
if(func70(data304) > 100){
const err806 = {instancePath:instancePath+"/diagnosis/lines/ending/" + i98,schemaPath:"#/properties/diagnosis/properties/lines/properties/ending/items/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema11.properties.diagnosis.properties.lines.properties.ending.items,data:data304};
if(vErrors === null){
vErrors = [err806];
}
else {
vErrors.push(err806);
}
errors++;
}
if(func70(data304) < 1){
const err807 = {instancePath:instancePath+"/diagnosis/lines/ending/" + i98,schemaPath:"#/properties/diagnosis/properties/lines/properties/ending/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.diagnosis.properties.lines.properties.ending.items,data:data304};
if(vErrors === null){
vErrors = [err807];
}
else {
vErrors.push(err807);
}
errors++;
}
}
else {
const err808 = {instancePath:instancePath+"/diagnosis/lines/ending/" + i98,schemaPath:"#/properties/diagnosis/properties/lines/properties/ending/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.diagnosis.properties.lines.properties.ending.items.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.ending.items,data:data304};
if(vErrors === null){
vErrors = [err808];
}
else {
vErrors.push(err808);
}
errors++;
}
}
}
else {
const err809 = {instancePath:instancePath+"/diagnosis/lines/ending",schemaPath:"#/properties/diagnosis/properties/lines/properties/ending/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.diagnosis.properties.lines.properties.ending.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.ending,data:data303};
if(vErrors === null){
vErrors = [err809];
}
else {
vErrors.push(err809);
}
errors++;
}
}
if(data292.listening !== undefined && func0.call(data292, "listening")){
let data305 = data292.listening;
if(Array.isArray(data305)){
const len99 = data305.length;
for(let i99=0; i99<len99; i99++){
let data306 = data305[i99];
if(typeof data306 === "string"){
if(func70(data306) > 100){
const err810 = {instancePath:instancePath+"/diagnosis/lines/listening/" + i99,schemaPath:"#/properties/diagnosis/properties/lines/properties/listening/items/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema11.properties.diagnosis.properties.lines.properties.listening.items,data:data306};
if(vErrors === null){
vErrors = [err810];
}
else {
vErrors.push(err810);
}
errors++;
}
if(func70(data306) < 1){
const err811 = {instancePath:instancePath+"/diagnosis/lines/listening/" + i99,schemaPath:"#/properties/diagnosis/properties/lines/properties/listening/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.diagnosis.properties.lines.properties.listening.items,data:data306};
if(vErrors === null){
vErrors = [err811];
}
else {
vErrors.push(err811);
}
errors++;
}
}
else {
const err812 = {instancePath:instancePath+"/diagnosis/lines/listening/" + i99,schemaPath:"#/properties/diagnosis/properties/lines/properties/listening/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.diagnosis.properties.lines.properties.listening.items.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.listening.items,data:data306};
if(vErrors === null){
vErrors = [err812];
}
else {
vErrors.push(err812);
}
errors++;
}
}
}
else {
const err813 = {instancePath:instancePath+"/diagnosis/lines/listening",schemaPath:"#/properties/diagnosis/properties/lines/properties/listening/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.diagnosis.properties.lines.properties.listening.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.listening,data:data305};
if(vErrors === null){
vErrors = [err813];
}
else {
vErrors.push(err813);
}
errors++;
}
}
if(data292.orders !== undefined && func0.call(data292, "orders")){
let data307 = data292.orders;
if(Array.isArray(data307)){
const len100 = data307.length;
for(let i100=0; i100<len100; i100++){
let data308 = data307[i100];
if(typeof data308 === "string"){
if(func70(data308) > 100){
const err814 = {instancePath:instancePath+"/diagnosis/lines/orders/" + i100,schemaPath:"#/properties/diagnosis/properties/lines/properties/orders/items/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema11.properties.diagnosis.properties.lines.properties.orders.items,data:data308};
if(vErrors === null){
vErrors = [err814];
}
else {
vErrors.push(err814);
}
errors++;
}
if(func70(data308) < 1){
const err815 = {instancePath:instancePath+"/diagnosis/lines/orders/" + i100,schemaPath:"#/properties/diagnosis/properties/lines/properties/orders/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.diagnosis.properties.lines.properties.orders.items,data:data308};
if(vErrors === null){
vErrors = [err815];
}
else {
vErrors.push(err815);
}
errors++;
}
}
else {
const err816 = {instancePath:instancePath+"/diagnosis/lines/orders/" + i100,schemaPath:"#/properties/diagnosis/properties/lines/properties/orders/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.diagnosis.properties.lines.properties.orders.items.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.orders.items,data:data308};
if(vErrors === null){
vErrors = [err816];
}
else {
vErrors.push(err816);
}
errors++;
}
}
}
else {
const err817 = {instancePath:instancePath+"/diagnosis/lines/orders",schemaPath:"#/properties/diagnosis/properties/lines/properties/orders/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.diagnosis.properties.lines.properties.orders.type,parentSchema:schema11.properties.diagnosis.properties.lines.properties.orders,data:data307};
if(vErrors === null){
vErrors = [err817];
}
else {
vErrors.push(err817);
}
errors++;
}
}
}
else {
const err818 = {instancePath:instancePath+"/diagnosis/lines",schemaPath:"#/properties/diagnosis/properties/lines/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.diagnosis.properties.lines.type,parentSchema:schema11.properties.diagnosis.properties.lines,data:data292};
if(vErrors === null){
vErrors = [err818];
}
else {
vErrors.push(err818);
}
errors++;
}
}
}
else {
const err819 = {instancePath:instancePath+"/diagnosis",schemaPath:"#/properties/diagnosis/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.diagnosis.type,parentSchema:schema11.properties.diagnosis,data:data266};
if(vErrors === null){
vErrors = [err819];
}
else {
vErrors.push(err819);
}
errors++;
}
}
}
else {
const err820 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err820];
}
else {
vErrors.push(err820);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
return validate;
})();

export const decision = (() => {
const validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://portcullis.dev/schemas/decision.json","type":"object","additionalProperties":false,"required":["effect","reasons","needs","obligations","approval","shadow"],"properties":{"effect":{"type":"string","enum":["allow","approve","deny"]},"reasons":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["code","message","remedy","subject"],"properties":{"code":{"type":"string"},"message":{"type":"string"},"remedy":{"type":"string"},"subject":{"type":"string"}}}},"needs":{"type":"array","items":{"type":"string","enum":["live","dry_run","namespace","access"]}},"obligations":{"type":"array","items":{"type":"object","required":["type"],"properties":{"type":{"type":"string"}},"additionalProperties":true}},"approval":{"type":"object","additionalProperties":false,"required":["methods","approvers","quorum","requestWithinSeconds","useWithinSeconds","waitSeconds","risk","notRequester"],"properties":{"methods":{"type":"array","items":{"type":"string"}},"approvers":{"type":"array","items":{"type":"string"}},"quorum":{"type":"integer","minimum":1,"maximum":16},"requestWithinSeconds":{"type":"integer","minimum":1,"maximum":604800},"useWithinSeconds":{"type":"integer","minimum":1,"maximum":86400},"waitSeconds":{"type":"integer","minimum":0,"maximum":3600},"risk":{"type":"string","enum":["low","medium","high"]},"notRequester":{"type":"boolean"}}},"shadow":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["code","message","remedy","subject"],"properties":{"code":{"type":"string"},"message":{"type":"string"},"remedy":{"type":"string"},"subject":{"type":"string"}}}}}};
const func0 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://portcullis.dev/schemas/decision.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.effect === undefined) || (!(func0.call(data, "effect")))) && (missing0 = "effect")) || (((data.reasons === undefined) || (!(func0.call(data, "reasons")))) && (missing0 = "reasons"))) || (((data.needs === undefined) || (!(func0.call(data, "needs")))) && (missing0 = "needs"))) || (((data.obligations === undefined) || (!(func0.call(data, "obligations")))) && (missing0 = "obligations"))) || (((data.approval === undefined) || (!(func0.call(data, "approval")))) && (missing0 = "approval"))) || (((data.shadow === undefined) || (!(func0.call(data, "shadow")))) && (missing0 = "shadow"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((((key0 === "effect") || (key0 === "reasons")) || (key0 === "needs")) || (key0 === "obligations")) || (key0 === "approval")) || (key0 === "shadow"))){
validate10.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.effect !== undefined && func0.call(data, "effect")){
let data0 = data.effect;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate10.errors = [{instancePath:instancePath+"/effect",schemaPath:"#/properties/effect/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data0 === "allow") || (data0 === "approve")) || (data0 === "deny"))){
validate10.errors = [{instancePath:instancePath+"/effect",schemaPath:"#/properties/effect/enum",keyword:"enum",params:{allowedValues: schema11.properties.effect.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reasons !== undefined && func0.call(data, "reasons")){
let data1 = data.reasons;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((((((data2.code === undefined) || (!(func0.call(data2, "code")))) && (missing1 = "code")) || (((data2.message === undefined) || (!(func0.call(data2, "message")))) && (missing1 = "message"))) || (((data2.remedy === undefined) || (!(func0.call(data2, "remedy")))) && (missing1 = "remedy"))) || (((data2.subject === undefined) || (!(func0.call(data2, "subject")))) && (missing1 = "subject"))){
validate10.errors = [{instancePath:instancePath+"/reasons/" + i0,schemaPath:"#/properties/reasons/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs8 = errors;
for(const key1 of Object.keys(data2)){
if(!((((key1 === "code") || (key1 === "message")) || (key1 === "remedy")) || (key1 === "subject"))){
validate10.errors = [{instancePath:instancePath+"/reasons/" + i0,schemaPath:"#/properties/reasons/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs8 === errors){
if(data2.code !== undefined && func0.call(data2, "code")){
const _errs9 = errors;
if(typeof data2.code !== "string"){
validate10.errors = [{instancePath:instancePath+"/reasons/" + i0+"/code",schemaPath:"#/properties/reasons/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.message !== undefined && func0.call(data2, "message")){
const _errs11 = errors;
if(typeof data2.message !== "string"){
validate10.errors = [{instancePath:instancePath+"/reasons/" + i0+"/message",schemaPath:"#/properties/reasons/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.remedy !== undefined && func0.call(data2, "remedy")){
const _errs13 = errors;
if(typeof data2.remedy !== "string"){
validate10.errors = [{instancePath:instancePath+"/reasons/" + i0+"/remedy",schemaPath:"#/properties/reasons/items/properties/remedy/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.subject !== undefined && func0.call(data2, "subject")){
const _errs15 = errors;
if(typeof data2.subject !== "string"){
validate10.errors = [{instancePath:instancePath+"/reasons/" + i0+"/subject",schemaPath:"#/properties/reasons/items/properties/subject/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/reasons/" + i0,schemaPath:"#/properties/reasons/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/reasons",schemaPath:"#/properties/reasons/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.needs !== undefined && func0.call(data, "needs")){
let data7 = data.needs;
const _errs17 = errors;
if(errors === _errs17){
if(Array.isArray(data7)){
var valid3 = true;
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
const _errs19 = errors;
if(typeof data8 !== "string"){
validate10.errors = [{instancePath:instancePath+"/needs/" + i1,schemaPath:"#/properties/needs/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data8 === "live") || (data8 === "dry_run")) || (data8 === "namespace")) || (data8 === "access"))){
validate10.errors = [{instancePath:instancePath+"/needs/" + i1,schemaPath:"#/properties/needs/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.needs.items.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid3 = _errs19 === errors;
if(!valid3){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/needs",schemaPath:"#/properties/needs/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.obligations !== undefined && func0.call(data, "obligations")){
let data9 = data.obligations;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data9)){
var valid4 = true;
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
let data10 = data9[i2];
const _errs23 = errors;
if(errors === _errs23){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing2;
if(((data10.type === undefined) || (!(func0.call(data10, "type")))) && (missing2 = "type")){
validate10.errors = [{instancePath:instancePath+"/obligations/" + i2,schemaPath:"#/properties/obligations/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data10.type !== undefined && func0.call(data10, "type")){
if(typeof data10.type !== "string"){
validate10.errors = [{instancePath:instancePath+"/obligations/" + i2+"/type",schemaPath:"#/properties/obligations/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/obligations/" + i2,schemaPath:"#/properties/obligations/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs23 === errors;
if(!valid4){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/obligations",schemaPath:"#/properties/obligations/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.approval !== undefined && func0.call(data, "approval")){
let data12 = data.approval;
const _errs28 = errors;
if(errors === _errs28){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing3;
if((((((((((data12.methods === undefined) || (!(func0.call(data12, "methods")))) && (missing3 = "methods")) || (((data12.approvers === undefined) || (!(func0.call(data12, "approvers")))) && (missing3 = "approvers"))) || (((data12.quorum === undefined) || (!(func0.call(data12, "quorum")))) && (missing3 = "quorum"))) || (((data12.requestWithinSeconds === undefined) || (!(func0.call(data12, "requestWithinSeconds")))) && (missing3 = "requestWithinSeconds"))) || (((data12.useWithinSeconds === undefined) || (!(func0.call(data12, "useWithinSeconds")))) && (missing3 = "useWithinSeconds"))) || (((data12.waitSeconds === undefined) || (!(func0.call(data12, "waitSeconds")))) && (missing3 = "waitSeconds"))) || (((data12.risk === undefined) || (!(func0.call(data12, "risk")))) && (missing3 = "risk"))) || (((data12.notRequester === undefined) || (!(func0.call(data12, "notRequester")))) && (missing3 = "notRequester"))){
validate10.errors = [{instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs30 = errors;
for(const key2 of Object.keys(data12)){
if(!((((((((key2 === "methods") || (key2 === "approvers")) || (key2 === "quorum")) || (key2 === "requestWithinSeconds")) || (key2 === "useWithinSeconds")) || (key2 === "waitSeconds")) || (key2 === "risk")) || (key2 === "notRequester"))){
validate10.errors = [{instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs30 === errors){
if(data12.methods !== undefined && func0.call(data12, "methods")){
let data13 = data12.methods;
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data13)){
var valid7 = true;
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
const _errs33 = errors;
if(typeof data13[i3] !== "string"){
validate10.errors = [{instancePath:instancePath+"/approval/methods/" + i3,schemaPath:"#/properties/approval/properties/methods/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs33 === errors;
if(!valid7){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/approval/methods",schemaPath:"#/properties/approval/properties/methods/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid6 = _errs31 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data12.approvers !== undefined && func0.call(data12, "approvers")){
let data15 = data12.approvers;
const _errs35 = errors;
if(errors === _errs35){
if(Array.isArray(data15)){
var valid8 = true;
const len4 = data15.length;
for(let i4=0; i4<len4; i4++){
const _errs37 = errors;
if(typeof data15[i4] !== "string"){
validate10.errors = [{instancePath:instancePath+"/approval/approvers/" + i4,schemaPath:"#/properties/approval/properties/approvers/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs37 === errors;
if(!valid8){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/approval/approvers",schemaPath:"#/properties/approval/properties/approvers/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid6 = _errs35 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data12.quorum !== undefined && func0.call(data12, "quorum")){
let data17 = data12.quorum;
const _errs39 = errors;
if(!((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17)))){
validate10.errors = [{instancePath:instancePath+"/approval/quorum",schemaPath:"#/properties/approval/properties/quorum/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs39){
if(typeof data17 == "number"){
if(data17 > 16 || isNaN(data17)){
validate10.errors = [{instancePath:instancePath+"/approval/quorum",schemaPath:"#/properties/approval/properties/quorum/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16},message:"must be <= 16"}];
return false;
}
else {
if(data17 < 1 || isNaN(data17)){
validate10.errors = [{instancePath:instancePath+"/approval/quorum",schemaPath:"#/properties/approval/properties/quorum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid6 = _errs39 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data12.requestWithinSeconds !== undefined && func0.call(data12, "requestWithinSeconds")){
let data18 = data12.requestWithinSeconds;
const _errs41 = errors;
if(!((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18)))){
validate10.errors = [{instancePath:instancePath+"/approval/requestWithinSeconds",schemaPath:"#/properties/approval/properties/requestWithinSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs41){
if(typeof data18 == "number"){
if(data18 > 604800 || isNaN(data18)){
validate10.errors = [{instancePath:instancePath+"/approval/requestWithinSeconds",schemaPath:"#/properties/approval/properties/requestWithinSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800},message:"must be <= 604800"}];
return false;
}
else {
if(data18 < 1 || isNaN(data18)){
validate10.errors = [{instancePath:instancePath+"/approval/requestWithinSeconds",schemaPath:"#/properties/approval/properties/requestWithinSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid6 = _errs41 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data12.useWithinSeconds !== undefined && func0.call(data12, "useWithinSeconds")){
let data19 = data12.useWithinSeconds;
const _errs43 = errors;
if(!((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19)))){
validate10.errors = [{instancePath:instancePath+"/approval/useWithinSeconds",schemaPath:"#/properties/approval/properties/useWithinSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs43){
if(typeof data19 == "number"){
if(data19 > 86400 || isNaN(data19)){
validate10.errors = [{instancePath:instancePath+"/approval/useWithinSeconds",schemaPath:"#/properties/approval/properties/useWithinSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400"}];
return false;
}
else {
if(data19 < 1 || isNaN(data19)){
validate10.errors = [{instancePath:instancePath+"/approval/useWithinSeconds",schemaPath:"#/properties/approval/properties/useWithinSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid6 = _errs43 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data12.waitSeconds !== undefined && func0.call(data12, "waitSeconds")){
let data20 = data12.waitSeconds;
const _errs45 = errors;
if(!((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20)))){
validate10.errors = [{instancePath:instancePath+"/approval/waitSeconds",schemaPath:"#/properties/approval/properties/waitSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs45){
if(typeof data20 == "number"){
if(data20 > 3600 || isNaN(data20)){
validate10.errors = [{instancePath:instancePath+"/approval/waitSeconds",schemaPath:"#/properties/approval/properties/waitSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"}];
return false;
}
else {
if(data20 < 0 || isNaN(data20)){
validate10.errors = [{instancePath:instancePath+"/approval/waitSeconds",schemaPath:"#/properties/approval/properties/waitSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid6 = _errs45 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data12.risk !== undefined && func0.call(data12, "risk")){
let data21 = data12.risk;
const _errs47 = errors;
if(typeof data21 !== "string"){
validate10.errors = [{instancePath:instancePath+"/approval/risk",schemaPath:"#/properties/approval/properties/risk/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data21 === "low") || (data21 === "medium")) || (data21 === "high"))){
validate10.errors = [{instancePath:instancePath+"/approval/risk",schemaPath:"#/properties/approval/properties/risk/enum",keyword:"enum",params:{allowedValues: schema11.properties.approval.properties.risk.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid6 = _errs47 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data12.notRequester !== undefined && func0.call(data12, "notRequester")){
const _errs49 = errors;
if(typeof data12.notRequester !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/approval/notRequester",schemaPath:"#/properties/approval/properties/notRequester/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid6 = _errs49 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shadow !== undefined && func0.call(data, "shadow")){
let data23 = data.shadow;
const _errs51 = errors;
if(errors === _errs51){
if(Array.isArray(data23)){
var valid9 = true;
const len5 = data23.length;
for(let i5=0; i5<len5; i5++){
let data24 = data23[i5];
const _errs53 = errors;
if(errors === _errs53){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
let missing4;
if((((((data24.code === undefined) || (!(func0.call(data24, "code")))) && (missing4 = "code")) || (((data24.message === undefined) || (!(func0.call(data24, "message")))) && (missing4 = "message"))) || (((data24.remedy === undefined) || (!(func0.call(data24, "remedy")))) && (missing4 = "remedy"))) || (((data24.subject === undefined) || (!(func0.call(data24, "subject")))) && (missing4 = "subject"))){
validate10.errors = [{instancePath:instancePath+"/shadow/" + i5,schemaPath:"#/properties/shadow/items/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs55 = errors;
for(const key3 of Object.keys(data24)){
if(!((((key3 === "code") || (key3 === "message")) || (key3 === "remedy")) || (key3 === "subject"))){
validate10.errors = [{instancePath:instancePath+"/shadow/" + i5,schemaPath:"#/properties/shadow/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs55 === errors){
if(data24.code !== undefined && func0.call(data24, "code")){
const _errs56 = errors;
if(typeof data24.code !== "string"){
validate10.errors = [{instancePath:instancePath+"/shadow/" + i5+"/code",schemaPath:"#/properties/shadow/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid10 = _errs56 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data24.message !== undefined && func0.call(data24, "message")){
const _errs58 = errors;
if(typeof data24.message !== "string"){
validate10.errors = [{instancePath:instancePath+"/shadow/" + i5+"/message",schemaPath:"#/properties/shadow/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid10 = _errs58 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data24.remedy !== undefined && func0.call(data24, "remedy")){
const _errs60 = errors;
if(typeof data24.remedy !== "string"){
validate10.errors = [{instancePath:instancePath+"/shadow/" + i5+"/remedy",schemaPath:"#/properties/shadow/items/properties/remedy/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid10 = _errs60 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data24.subject !== undefined && func0.call(data24, "subject")){
const _errs62 = errors;
if(typeof data24.subject !== "string"){
validate10.errors = [{instancePath:instancePath+"/shadow/" + i5+"/subject",schemaPath:"#/properties/shadow/items/properties/subject/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid10 = _errs62 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/shadow/" + i5,schemaPath:"#/properties/shadow/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid9 = _errs53 === errors;
if(!valid9){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/shadow",schemaPath:"#/properties/shadow/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs51 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate;
})();

export const plan = (() => {
const validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://portcullis.dev/schemas/plan.json","type":"object","additionalProperties":false,"required":["requests"],"properties":{"requests":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["id","verb","kind"],"properties":{"id":{"type":"string","minLength":1,"maxLength":128},"verb":{"type":"string","minLength":1,"maxLength":32},"kind":{"type":"string","minLength":1,"maxLength":256},"subresource":{"type":"string"},"namespace":{"type":"string"},"name":{"type":"string"},"selector":{"type":"object","additionalProperties":false,"required":[],"properties":{"labels":{"type":"string"},"fields":{"type":"string"}}},"options":{"type":"object","additionalProperties":false,"required":[],"properties":{"view":{"type":"string","enum":["object","metadata","table"]},"fields":{"type":"array","items":{"type":"string"},"maxItems":64},"sortBy":{"type":"string"},"limit":{"type":"integer","minimum":0,"maximum":1000000},"continue":{"type":"string"},"container":{"type":"string"},"previous":{"type":"boolean"},"tailLines":{"type":"integer","minimum":0,"maximum":1000000},"skipLines":{"type":"integer","minimum":0,"maximum":1000000},"sinceSeconds":{"type":"integer","minimum":0,"maximum":315360000},"timestamps":{"type":"boolean"},"grep":{"type":"string"},"path":{"type":"string"},"dryRun":{"type":"boolean"},"force":{"type":"boolean"},"fieldManager":{"type":"string"},"patch":{"type":"string","enum":["","apply","strategic","merge","json"]},"stamp":{"type":"array","items":{"type":"string"},"maxItems":4},"propagationPolicy":{"type":"string","enum":["","Foreground","Background","Orphan"]},"gracePeriodSeconds":{"type":"integer","minimum":-1,"maximum":86400},"uid":{"type":"string"}}},"body":{"type":"object","additionalProperties":true},"optional":{"type":"boolean"},"execute":{"type":"boolean"},"show":{"type":"object","additionalProperties":false,"required":["as"],"properties":{"as":{"type":"string","enum":["table","yaml","text","changes","none"]},"title":{"type":"string"},"without":{"type":"array","items":{"type":"string"},"maxItems":128},"columns":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["title","path"],"properties":{"title":{"type":"string"},"path":{"type":"string"}}}},"next":{"type":"object","additionalProperties":false,"required":["tool","arguments","cursor"],"properties":{"tool":{"type":"string"},"arguments":{"type":"object","additionalProperties":true},"cursor":{"type":"string"}}}}},"where":{"type":"array","maxItems":32,"items":{"type":"array","minItems":1,"maxItems":8,"items":{"type":"object","additionalProperties":false,"required":["path"],"properties":{"path":{"type":"string"},"is":{"type":"array","items":{"type":"string"}},"not":{"type":"array","items":{"type":"string"}},"begins":{"type":"array","items":{"type":"string"}}}}}},"hold":{"type":"boolean"},"takes":{"type":"object","additionalProperties":false,"required":["observation","from","to"],"properties":{"observation":{"type":"string"},"from":{"type":"string"},"to":{"type":"string"},"without":{"type":"array","items":{"type":"string"},"maxItems":8}}}}},"maxItems":64},"more":{"type":"boolean"},"answer":{"type":"boolean"},"note":{"type":"string"},"refuse":{"type":"array","maxItems":16,"items":{"type":"object","additionalProperties":false,"required":["code","message","remedy","subject"],"properties":{"code":{"type":"string"},"message":{"type":"string"},"remedy":{"type":"string"},"subject":{"type":"string"}}}},"approved":{"type":"boolean"},"reason":{"type":"string","maxLength":200},"again":{"type":"object","additionalProperties":false,"required":["afterSeconds","withinSeconds","progress"],"properties":{"afterSeconds":{"type":"integer","minimum":1,"maximum":60},"withinSeconds":{"type":"integer","minimum":1,"maximum":3600},"progress":{"type":"string","maxLength":200}}}}};
const func0 = Object.prototype.hasOwnProperty;
const func52 = require("ajv/dist/runtime/ucs2length").default;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://portcullis.dev/schemas/plan.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.requests === undefined) || (!(func0.call(data, "requests")))) && (missing0 = "requests")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((((((key0 === "requests") || (key0 === "more")) || (key0 === "answer")) || (key0 === "note")) || (key0 === "refuse")) || (key0 === "approved")) || (key0 === "reason")) || (key0 === "again"))){
validate10.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.requests !== undefined && func0.call(data, "requests")){
let data0 = data.requests;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
if(data0.length > 64){
validate10.errors = [{instancePath:instancePath+"/requests",schemaPath:"#/properties/requests/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((((data1.id === undefined) || (!(func0.call(data1, "id")))) && (missing1 = "id")) || (((data1.verb === undefined) || (!(func0.call(data1, "verb")))) && (missing1 = "verb"))) || (((data1.kind === undefined) || (!(func0.call(data1, "kind")))) && (missing1 = "kind"))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0,schemaPath:"#/properties/requests/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs6 = errors;
for(const key1 of Object.keys(data1)){
if(!(func0.call(schema11.properties.requests.items.properties, key1))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0,schemaPath:"#/properties/requests/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs6 === errors){
if(data1.id !== undefined && func0.call(data1, "id")){
let data2 = data1.id;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(func52(data2) > 128){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/id",schemaPath:"#/properties/requests/items/properties/id/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"}];
return false;
}
else {
if(func52(data2) < 1){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/id",schemaPath:"#/properties/requests/items/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/id",schemaPath:"#/properties/requests/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.verb !== undefined && func0.call(data1, "verb")){
let data3 = data1.verb;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data3 === "string"){
if(func52(data3) > 32){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/verb",schemaPath:"#/properties/requests/items/properties/verb/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"}];
return false;
}
else {
if(func52(data3) < 1){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/verb",schemaPath:"#/properties/requests/items/properties/verb/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/verb",schemaPath:"#/properties/requests/items/properties/verb/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.kind !== undefined && func0.call(data1, "kind")){
let data4 = data1.kind;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data4 === "string"){
if(func52(data4) > 256){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/kind",schemaPath:"#/properties/requests/items/properties/kind/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"}];
return false;
}
else {
if(func52(data4) < 1){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/kind",schemaPath:"#/properties/requests/items/properties/kind/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/kind",schemaPath:"#/properties/requests/items/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.subresource !== undefined && func0.call(data1, "subresource")){
const _errs13 = errors;
if(typeof data1.subresource !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/subresource",schemaPath:"#/properties/requests/items/properties/subresource/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.namespace !== undefined && func0.call(data1, "namespace")){
const _errs15 = errors;
if(typeof data1.namespace !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/namespace",schemaPath:"#/properties/requests/items/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.name !== undefined && func0.call(data1, "name")){
const _errs17 = errors;
if(typeof data1.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/name",schemaPath:"#/properties/requests/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.selector !== undefined && func0.call(data1, "selector")){
let data8 = data1.selector;
const _errs19 = errors;
if(errors === _errs19){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
const _errs21 = errors;
for(const key2 of Object.keys(data8)){
if(!((key2 === "labels") || (key2 === "fields"))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/selector",schemaPath:"#/properties/requests/items/properties/selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs21 === errors){
if(data8.labels !== undefined && func0.call(data8, "labels")){
const _errs22 = errors;
if(typeof data8.labels !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/selector/labels",schemaPath:"#/properties/requests/items/properties/selector/properties/labels/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs22 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data8.fields !== undefined && func0.call(data8, "fields")){
const _errs24 = errors;
if(typeof data8.fields !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/selector/fields",schemaPath:"#/properties/requests/items/properties/selector/properties/fields/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs24 === errors;
}
else {
var valid3 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/selector",schemaPath:"#/properties/requests/items/properties/selector/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.options !== undefined && func0.call(data1, "options")){
let data11 = data1.options;
const _errs26 = errors;
if(errors === _errs26){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
const _errs28 = errors;
for(const key3 of Object.keys(data11)){
if(!(func0.call(schema11.properties.requests.items.properties.options.properties, key3))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options",schemaPath:"#/properties/requests/items/properties/options/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs28 === errors){
if(data11.view !== undefined && func0.call(data11, "view")){
let data12 = data11.view;
const _errs29 = errors;
if(typeof data12 !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/view",schemaPath:"#/properties/requests/items/properties/options/properties/view/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data12 === "object") || (data12 === "metadata")) || (data12 === "table"))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/view",schemaPath:"#/properties/requests/items/properties/options/properties/view/enum",keyword:"enum",params:{allowedValues: schema11.properties.requests.items.properties.options.properties.view.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid4 = _errs29 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.fields !== undefined && func0.call(data11, "fields")){
let data13 = data11.fields;
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data13)){
if(data13.length > 64){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/fields",schemaPath:"#/properties/requests/items/properties/options/properties/fields/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
var valid5 = true;
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
const _errs33 = errors;
if(typeof data13[i1] !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/fields/" + i1,schemaPath:"#/properties/requests/items/properties/options/properties/fields/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs33 === errors;
if(!valid5){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/fields",schemaPath:"#/properties/requests/items/properties/options/properties/fields/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs31 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.sortBy !== undefined && func0.call(data11, "sortBy")){
const _errs35 = errors;
if(typeof data11.sortBy !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/sortBy",schemaPath:"#/properties/requests/items/properties/options/properties/sortBy/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs35 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.limit !== undefined && func0.call(data11, "limit")){
let data16 = data11.limit;
const _errs37 = errors;
if(!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/limit",schemaPath:"#/properties/requests/items/properties/options/properties/limit/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs37){
if(typeof data16 == "number"){
if(data16 > 1000000 || isNaN(data16)){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/limit",schemaPath:"#/properties/requests/items/properties/options/properties/limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"}];
return false;
}
else {
if(data16 < 0 || isNaN(data16)){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/limit",schemaPath:"#/properties/requests/items/properties/options/properties/limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid4 = _errs37 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.continue !== undefined && func0.call(data11, "continue")){
const _errs39 = errors;
if(typeof data11.continue !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/continue",schemaPath:"#/properties/requests/items/properties/options/properties/continue/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs39 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.container !== undefined && func0.call(data11, "container")){
const _errs41 = errors;
if(typeof data11.container !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/container",schemaPath:"#/properties/requests/items/properties/options/properties/container/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs41 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.previous !== undefined && func0.call(data11, "previous")){
const _errs43 = errors;
if(typeof data11.previous !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/previous",schemaPath:"#/properties/requests/items/properties/options/properties/previous/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid4 = _errs43 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.tailLines !== undefined && func0.call(data11, "tailLines")){
let data20 = data11.tailLines;
const _errs45 = errors;
if(!((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20)))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/tailLines",schemaPath:"#/properties/requests/items/properties/options/properties/tailLines/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs45){
if(typeof data20 == "number"){
if(data20 > 1000000 || isNaN(data20)){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/tailLines",schemaPath:"#/properties/requests/items/properties/options/properties/tailLines/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"}];
return false;
}
else {
if(data20 < 0 || isNaN(data20)){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/tailLines",schemaPath:"#/properties/requests/items/properties/options/properties/tailLines/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid4 = _errs45 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.skipLines !== undefined && func0.call(data11, "skipLines")){
let data21 = data11.skipLines;
const _errs47 = errors;
if(!((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21)))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/skipLines",schemaPath:"#/properties/requests/items/properties/options/properties/skipLines/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs47){
if(typeof data21 == "number"){
if(data21 > 1000000 || isNaN(data21)){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/skipLines",schemaPath:"#/properties/requests/items/properties/options/properties/skipLines/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"}];
return false;
}
else {
if(data21 < 0 || isNaN(data21)){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/skipLines",schemaPath:"#/properties/requests/items/properties/options/properties/skipLines/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid4 = _errs47 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.sinceSeconds !== undefined && func0.call(data11, "sinceSeconds")){
let data22 = data11.sinceSeconds;
const _errs49 = errors;
if(!((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22)))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/sinceSeconds",schemaPath:"#/properties/requests/items/properties/options/properties/sinceSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs49){
if(typeof data22 == "number"){
if(data22 > 315360000 || isNaN(data22)){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/sinceSeconds",schemaPath:"#/properties/requests/items/properties/options/properties/sinceSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 315360000},message:"must be <= 315360000"}];
return false;
}
else {
if(data22 < 0 || isNaN(data22)){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/sinceSeconds",schemaPath:"#/properties/requests/items/properties/options/properties/sinceSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid4 = _errs49 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.timestamps !== undefined && func0.call(data11, "timestamps")){
const _errs51 = errors;
if(typeof data11.timestamps !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/timestamps",schemaPath:"#/properties/requests/items/properties/options/properties/timestamps/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid4 = _errs51 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.grep !== undefined && func0.call(data11, "grep")){
const _errs53 = errors;
if(typeof data11.grep !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/grep",schemaPath:"#/properties/requests/items/properties/options/properties/grep/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs53 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.path !== undefined && func0.call(data11, "path")){
const _errs55 = errors;
if(typeof data11.path !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/path",schemaPath:"#/properties/requests/items/properties/options/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs55 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.dryRun !== undefined && func0.call(data11, "dryRun")){
const _errs57 = errors;
if(typeof data11.dryRun !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/dryRun",schemaPath:"#/properties/requests/items/properties/options/properties/dryRun/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid4 = _errs57 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.force !== undefined && func0.call(data11, "force")){
const _errs59 = errors;
if(typeof data11.force !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/force",schemaPath:"#/properties/requests/items/properties/options/properties/force/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid4 = _errs59 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.fieldManager !== undefined && func0.call(data11, "fieldManager")){
const _errs61 = errors;
if(typeof data11.fieldManager !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/fieldManager",schemaPath:"#/properties/requests/items/properties/options/properties/fieldManager/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs61 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.patch !== undefined && func0.call(data11, "patch")){
let data29 = data11.patch;
const _errs63 = errors;
if(typeof data29 !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/patch",schemaPath:"#/properties/requests/items/properties/options/properties/patch/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((data29 === "") || (data29 === "apply")) || (data29 === "strategic")) || (data29 === "merge")) || (data29 === "json"))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/patch",schemaPath:"#/properties/requests/items/properties/options/properties/patch/enum",keyword:"enum",params:{allowedValues: schema11.properties.requests.items.properties.options.properties.patch.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid4 = _errs63 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.stamp !== undefined && func0.call(data11, "stamp")){
let data30 = data11.stamp;
const _errs65 = errors;
if(errors === _errs65){
if(Array.isArray(data30)){
if(data30.length > 4){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/stamp",schemaPath:"#/properties/requests/items/properties/options/properties/stamp/maxItems",keyword:"maxItems",params:{limit: 4},message:"must NOT have more than 4 items"}];
return false;
}
else {
var valid6 = true;
const len2 = data30.length;
for(let i2=0; i2<len2; i2++){
const _errs67 = errors;
if(typeof data30[i2] !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/stamp/" + i2,schemaPath:"#/properties/requests/items/properties/options/properties/stamp/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs67 === errors;
if(!valid6){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/stamp",schemaPath:"#/properties/requests/items/properties/options/properties/stamp/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs65 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.propagationPolicy !== undefined && func0.call(data11, "propagationPolicy")){
let data32 = data11.propagationPolicy;
const _errs69 = errors;
if(typeof data32 !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/propagationPolicy",schemaPath:"#/properties/requests/items/properties/options/properties/propagationPolicy/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data32 === "") || (data32 === "Foreground")) || (data32 === "Background")) || (data32 === "Orphan"))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/propagationPolicy",schemaPath:"#/properties/requests/items/properties/options/properties/propagationPolicy/enum",keyword:"enum",params:{allowedValues: schema11.properties.requests.items.properties.options.properties.propagationPolicy.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid4 = _errs69 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.gracePeriodSeconds !== undefined && func0.call(data11, "gracePeriodSeconds")){
let data33 = data11.gracePeriodSeconds;
const _errs71 = errors;
if(!((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33)))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/gracePeriodSeconds",schemaPath:"#/properties/requests/items/properties/options/properties/gracePeriodSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs71){
if(typeof data33 == "number"){
if(data33 > 86400 || isNaN(data33)){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/gracePeriodSeconds",schemaPath:"#/properties/requests/items/properties/options/properties/gracePeriodSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400"}];
return false;
}
else {
if(data33 < -1 || isNaN(data33)){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/gracePeriodSeconds",schemaPath:"#/properties/requests/items/properties/options/properties/gracePeriodSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1"}];
return false;
}
}
}
}
var valid4 = _errs71 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.uid !== undefined && func0.call(data11, "uid")){
const _errs73 = errors;
if(typeof data11.uid !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options/uid",schemaPath:"#/properties/requests/items/properties/options/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs73 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/options",schemaPath:"#/properties/requests/items/properties/options/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs26 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.body !== undefined && func0.call(data1, "body")){
let data35 = data1.body;
const _errs75 = errors;
if(errors === _errs75){
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/body",schemaPath:"#/properties/requests/items/properties/body/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs75 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.optional !== undefined && func0.call(data1, "optional")){
const _errs78 = errors;
if(typeof data1.optional !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/optional",schemaPath:"#/properties/requests/items/properties/optional/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid2 = _errs78 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.execute !== undefined && func0.call(data1, "execute")){
const _errs80 = errors;
if(typeof data1.execute !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/execute",schemaPath:"#/properties/requests/items/properties/execute/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid2 = _errs80 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.show !== undefined && func0.call(data1, "show")){
let data38 = data1.show;
const _errs82 = errors;
if(errors === _errs82){
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
let missing2;
if(((data38.as === undefined) || (!(func0.call(data38, "as")))) && (missing2 = "as")){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show",schemaPath:"#/properties/requests/items/properties/show/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs84 = errors;
for(const key4 of Object.keys(data38)){
if(!(((((key4 === "as") || (key4 === "title")) || (key4 === "without")) || (key4 === "columns")) || (key4 === "next"))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show",schemaPath:"#/properties/requests/items/properties/show/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs84 === errors){
if(data38.as !== undefined && func0.call(data38, "as")){
let data39 = data38.as;
const _errs85 = errors;
if(typeof data39 !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/as",schemaPath:"#/properties/requests/items/properties/show/properties/as/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((data39 === "table") || (data39 === "yaml")) || (data39 === "text")) || (data39 === "changes")) || (data39 === "none"))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/as",schemaPath:"#/properties/requests/items/properties/show/properties/as/enum",keyword:"enum",params:{allowedValues: schema11.properties.requests.items.properties.show.properties.as.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid7 = _errs85 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data38.title !== undefined && func0.call(data38, "title")){
const _errs87 = errors;
if(typeof data38.title !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/title",schemaPath:"#/properties/requests/items/properties/show/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs87 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data38.without !== undefined && func0.call(data38, "without")){
let data41 = data38.without;
const _errs89 = errors;
if(errors === _errs89){
if(Array.isArray(data41)){
if(data41.length > 128){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/without",schemaPath:"#/properties/requests/items/properties/show/properties/without/maxItems",keyword:"maxItems",params:{limit: 128},message:"must NOT have more than 128 items"}];
return false;
}
else {
var valid8 = true;
const len3 = data41.length;
for(let i3=0; i3<len3; i3++){
const _errs91 = errors;
if(typeof data41[i3] !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/without/" + i3,schemaPath:"#/properties/requests/items/properties/show/properties/without/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs91 === errors;
if(!valid8){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/without",schemaPath:"#/properties/requests/items/properties/show/properties/without/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid7 = _errs89 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data38.columns !== undefined && func0.call(data38, "columns")){
let data43 = data38.columns;
const _errs93 = errors;
if(errors === _errs93){
if(Array.isArray(data43)){
var valid9 = true;
const len4 = data43.length;
for(let i4=0; i4<len4; i4++){
let data44 = data43[i4];
const _errs95 = errors;
if(errors === _errs95){
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
let missing3;
if((((data44.title === undefined) || (!(func0.call(data44, "title")))) && (missing3 = "title")) || (((data44.path === undefined) || (!(func0.call(data44, "path")))) && (missing3 = "path"))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/columns/" + i4,schemaPath:"#/properties/requests/items/properties/show/properties/columns/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs97 = errors;
for(const key5 of Object.keys(data44)){
if(!((key5 === "title") || (key5 === "path"))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/columns/" + i4,schemaPath:"#/properties/requests/items/properties/show/properties/columns/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs97 === errors){
if(data44.title !== undefined && func0.call(data44, "title")){
const _errs98 = errors;
if(typeof data44.title !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/columns/" + i4+"/title",schemaPath:"#/properties/requests/items/properties/show/properties/columns/items/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid10 = _errs98 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data44.path !== undefined && func0.call(data44, "path")){
const _errs100 = errors;
if(typeof data44.path !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/columns/" + i4+"/path",schemaPath:"#/properties/requests/items/properties/show/properties/columns/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid10 = _errs100 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/columns/" + i4,schemaPath:"#/properties/requests/items/properties/show/properties/columns/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid9 = _errs95 === errors;
if(!valid9){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/columns",schemaPath:"#/properties/requests/items/properties/show/properties/columns/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid7 = _errs93 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data38.next !== undefined && func0.call(data38, "next")){
let data47 = data38.next;
const _errs102 = errors;
if(errors === _errs102){
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
let missing4;
if(((((data47.tool === undefined) || (!(func0.call(data47, "tool")))) && (missing4 = "tool")) || (((data47.arguments === undefined) || (!(func0.call(data47, "arguments")))) && (missing4 = "arguments"))) || (((data47.cursor === undefined) || (!(func0.call(data47, "cursor")))) && (missing4 = "cursor"))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/next",schemaPath:"#/properties/requests/items/properties/show/properties/next/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs104 = errors;
for(const key6 of Object.keys(data47)){
if(!(((key6 === "tool") || (key6 === "arguments")) || (key6 === "cursor"))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/next",schemaPath:"#/properties/requests/items/properties/show/properties/next/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs104 === errors){
if(data47.tool !== undefined && func0.call(data47, "tool")){
const _errs105 = errors;
if(typeof data47.tool !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/next/tool",schemaPath:"#/properties/requests/items/properties/show/properties/next/properties/tool/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid11 = _errs105 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data47.arguments !== undefined && func0.call(data47, "arguments")){
let data49 = data47.arguments;
const _errs107 = errors;
if(errors === _errs107){
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/next/arguments",schemaPath:"#/properties/requests/items/properties/show/properties/next/properties/arguments/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid11 = _errs107 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data47.cursor !== undefined && func0.call(data47, "cursor")){
const _errs110 = errors;
if(typeof data47.cursor !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/next/cursor",schemaPath:"#/properties/requests/items/properties/show/properties/next/properties/cursor/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid11 = _errs110 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show/next",schemaPath:"#/properties/requests/items/properties/show/properties/next/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid7 = _errs102 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/show",schemaPath:"#/properties/requests/items/properties/show/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs82 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.where !== undefined && func0.call(data1, "where")){
let data51 = data1.where;
const _errs112 = errors;
if(errors === _errs112){
if(Array.isArray(data51)){
if(data51.length > 32){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where",schemaPath:"#/properties/requests/items/properties/where/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"}];
return false;
}
else {
var valid12 = true;
const len5 = data51.length;
for(let i5=0; i5<len5; i5++){
let data52 = data51[i5];
const _errs114 = errors;
if(errors === _errs114){
if(Array.isArray(data52)){
if(data52.length > 8){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where/" + i5,schemaPath:"#/properties/requests/items/properties/where/items/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"}];
return false;
}
else {
if(data52.length < 1){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where/" + i5,schemaPath:"#/properties/requests/items/properties/where/items/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid13 = true;
const len6 = data52.length;
for(let i6=0; i6<len6; i6++){
let data53 = data52[i6];
const _errs116 = errors;
if(errors === _errs116){
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
let missing5;
if(((data53.path === undefined) || (!(func0.call(data53, "path")))) && (missing5 = "path")){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where/" + i5+"/" + i6,schemaPath:"#/properties/requests/items/properties/where/items/items/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs118 = errors;
for(const key7 of Object.keys(data53)){
if(!((((key7 === "path") || (key7 === "is")) || (key7 === "not")) || (key7 === "begins"))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where/" + i5+"/" + i6,schemaPath:"#/properties/requests/items/properties/where/items/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs118 === errors){
if(data53.path !== undefined && func0.call(data53, "path")){
const _errs119 = errors;
if(typeof data53.path !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where/" + i5+"/" + i6+"/path",schemaPath:"#/properties/requests/items/properties/where/items/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid14 = _errs119 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data53.is !== undefined && func0.call(data53, "is")){
let data55 = data53.is;
const _errs121 = errors;
if(errors === _errs121){
if(Array.isArray(data55)){
var valid15 = true;
const len7 = data55.length;
for(let i7=0; i7<len7; i7++){
const _errs123 = errors;
if(typeof data55[i7] !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where/" + i5+"/" + i6+"/is/" + i7,schemaPath:"#/properties/requests/items/properties/where/items/items/properties/is/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid15 = _errs123 === errors;
if(!valid15){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where/" + i5+"/" + i6+"/is",schemaPath:"#/properties/requests/items/properties/where/items/items/properties/is/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid14 = _errs121 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data53.not !== undefined && func0.call(data53, "not")){
let data57 = data53.not;
const _errs125 = errors;
if(errors === _errs125){
if(Array.isArray(data57)){
var valid16 = true;
const len8 = data57.length;
for(let i8=0; i8<len8; i8++){
const _errs127 = errors;
if(typeof data57[i8] !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where/" + i5+"/" + i6+"/not/" + i8,schemaPath:"#/properties/requests/items/properties/where/items/items/properties/not/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid16 = _errs127 === errors;
if(!valid16){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where/" + i5+"/" + i6+"/not",schemaPath:"#/properties/requests/items/properties/where/items/items/properties/not/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid14 = _errs125 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data53.begins !== undefined && func0.call(data53, "begins")){
let data59 = data53.begins;
const _errs129 = errors;
if(errors === _errs129){
if(Array.isArray(data59)){
var valid17 = true;
const len9 = data59.length;
for(let i9=0; i9<len9; i9++){
const _errs131 = errors;
if(typeof data59[i9] !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where/" + i5+"/" + i6+"/begins/" + i9,schemaPath:"#/properties/requests/items/properties/where/items/items/properties/begins/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid17 = _errs131 === errors;
if(!valid17){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where/" + i5+"/" + i6+"/begins",schemaPath:"#/properties/requests/items/properties/where/items/items/properties/begins/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid14 = _errs129 === errors;
}
else {
var valid14 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where/" + i5+"/" + i6,schemaPath:"#/properties/requests/items/properties/where/items/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid13 = _errs116 === errors;
if(!valid13){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where/" + i5,schemaPath:"#/properties/requests/items/properties/where/items/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid12 = _errs114 === errors;
if(!valid12){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/where",schemaPath:"#/properties/requests/items/properties/where/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs112 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.hold !== undefined && func0.call(data1, "hold")){
const _errs133 = errors;
if(typeof data1.hold !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/hold",schemaPath:"#/properties/requests/items/properties/hold/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid2 = _errs133 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.takes !== undefined && func0.call(data1, "takes")){
let data62 = data1.takes;
const _errs135 = errors;
if(errors === _errs135){
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
let missing6;
if(((((data62.observation === undefined) || (!(func0.call(data62, "observation")))) && (missing6 = "observation")) || (((data62.from === undefined) || (!(func0.call(data62, "from")))) && (missing6 = "from"))) || (((data62.to === undefined) || (!(func0.call(data62, "to")))) && (missing6 = "to"))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/takes",schemaPath:"#/properties/requests/items/properties/takes/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"}];
return false;
}
else {
const _errs137 = errors;
for(const key8 of Object.keys(data62)){
if(!((((key8 === "observation") || (key8 === "from")) || (key8 === "to")) || (key8 === "without"))){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/takes",schemaPath:"#/properties/requests/items/properties/takes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs137 === errors){
if(data62.observation !== undefined && func0.call(data62, "observation")){
const _errs138 = errors;
if(typeof data62.observation !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/takes/observation",schemaPath:"#/properties/requests/items/properties/takes/properties/observation/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid18 = _errs138 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data62.from !== undefined && func0.call(data62, "from")){
const _errs140 = errors;
if(typeof data62.from !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/takes/from",schemaPath:"#/properties/requests/items/properties/takes/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid18 = _errs140 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data62.to !== undefined && func0.call(data62, "to")){
const _errs142 = errors;
if(typeof data62.to !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/takes/to",schemaPath:"#/properties/requests/items/properties/takes/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid18 = _errs142 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data62.without !== undefined && func0.call(data62, "without")){
let data66 = data62.without;
const _errs144 = errors;
if(errors === _errs144){
if(Array.isArray(data66)){
if(data66.length > 8){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/takes/without",schemaPath:"#/properties/requests/items/properties/takes/properties/without/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"}];
return false;
}
else {
var valid19 = true;
const len10 = data66.length;
for(let i10=0; i10<len10; i10++){
const _errs146 = errors;
if(typeof data66[i10] !== "string"){
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/takes/without/" + i10,schemaPath:"#/properties/requests/items/properties/takes/properties/without/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid19 = _errs146 === errors;
if(!valid19){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/takes/without",schemaPath:"#/properties/requests/items/properties/takes/properties/without/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid18 = _errs144 === errors;
}
else {
var valid18 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0+"/takes",schemaPath:"#/properties/requests/items/properties/takes/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs135 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests/" + i0,schemaPath:"#/properties/requests/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requests",schemaPath:"#/properties/requests/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.more !== undefined && func0.call(data, "more")){
const _errs148 = errors;
if(typeof data.more !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/more",schemaPath:"#/properties/more/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs148 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.answer !== undefined && func0.call(data, "answer")){
const _errs150 = errors;
if(typeof data.answer !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/answer",schemaPath:"#/properties/answer/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs150 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.note !== undefined && func0.call(data, "note")){
const _errs152 = errors;
if(typeof data.note !== "string"){
validate10.errors = [{instancePath:instancePath+"/note",schemaPath:"#/properties/note/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs152 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.refuse !== undefined && func0.call(data, "refuse")){
let data71 = data.refuse;
const _errs154 = errors;
if(errors === _errs154){
if(Array.isArray(data71)){
if(data71.length > 16){
validate10.errors = [{instancePath:instancePath+"/refuse",schemaPath:"#/properties/refuse/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"}];
return false;
}
else {
var valid20 = true;
const len11 = data71.length;
for(let i11=0; i11<len11; i11++){
let data72 = data71[i11];
const _errs156 = errors;
if(errors === _errs156){
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
let missing7;
if((((((data72.code === undefined) || (!(func0.call(data72, "code")))) && (missing7 = "code")) || (((data72.message === undefined) || (!(func0.call(data72, "message")))) && (missing7 = "message"))) || (((data72.remedy === undefined) || (!(func0.call(data72, "remedy")))) && (missing7 = "remedy"))) || (((data72.subject === undefined) || (!(func0.call(data72, "subject")))) && (missing7 = "subject"))){
validate10.errors = [{instancePath:instancePath+"/refuse/" + i11,schemaPath:"#/properties/refuse/items/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"}];
return false;
}
else {
const _errs158 = errors;
for(const key9 of Object.keys(data72)){
if(!((((key9 === "code") || (key9 === "message")) || (key9 === "remedy")) || (key9 === "subject"))){
validate10.errors = [{instancePath:instancePath+"/refuse/" + i11,schemaPath:"#/properties/refuse/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs158 === errors){
if(data72.code !== undefined && func0.call(data72, "code")){
const _errs159 = errors;
if(typeof data72.code !== "string"){
validate10.errors = [{instancePath:instancePath+"/refuse/" + i11+"/code",schemaPath:"#/properties/refuse/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid21 = _errs159 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data72.message !== undefined && func0.call(data72, "message")){
const _errs161 = errors;
if(typeof data72.message !== "string"){
validate10.errors = [{instancePath:instancePath+"/refuse/" + i11+"/message",schemaPath:"#/properties/refuse/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid21 = _errs161 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data72.remedy !== undefined && func0.call(data72, "remedy")){
const _errs163 = errors;
if(typeof data72.remedy !== "string"){
validate10.errors = [{instancePath:instancePath+"/refuse/" + i11+"/remedy",schemaPath:"#/properties/refuse/items/properties/remedy/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid21 = _errs163 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data72.subject !== undefined && func0.call(data72, "subject")){
const _errs165 = errors;
if(typeof data72.subject !== "string"){
validate10.errors = [{instancePath:instancePath+"/refuse/" + i11+"/subject",schemaPath:"#/properties/refuse/items/properties/subject/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid21 = _errs165 === errors;
}
else {
var valid21 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/refuse/" + i11,schemaPath:"#/properties/refuse/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid20 = _errs156 === errors;
if(!valid20){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/refuse",schemaPath:"#/properties/refuse/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs154 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.approved !== undefined && func0.call(data, "approved")){
const _errs167 = errors;
if(typeof data.approved !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/approved",schemaPath:"#/properties/approved/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs167 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined && func0.call(data, "reason")){
let data78 = data.reason;
const _errs169 = errors;
if(errors === _errs169){
if(typeof data78 === "string"){
if(func52(data78) > 200){
validate10.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs169 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.again !== undefined && func0.call(data, "again")){
let data79 = data.again;
const _errs171 = errors;
if(errors === _errs171){
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
let missing8;
if(((((data79.afterSeconds === undefined) || (!(func0.call(data79, "afterSeconds")))) && (missing8 = "afterSeconds")) || (((data79.withinSeconds === undefined) || (!(func0.call(data79, "withinSeconds")))) && (missing8 = "withinSeconds"))) || (((data79.progress === undefined) || (!(func0.call(data79, "progress")))) && (missing8 = "progress"))){
validate10.errors = [{instancePath:instancePath+"/again",schemaPath:"#/properties/again/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"}];
return false;
}
else {
const _errs173 = errors;
for(const key10 of Object.keys(data79)){
if(!(((key10 === "afterSeconds") || (key10 === "withinSeconds")) || (key10 === "progress"))){
validate10.errors = [{instancePath:instancePath+"/again",schemaPath:"#/properties/again/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs173 === errors){
if(data79.afterSeconds !== undefined && func0.call(data79, "afterSeconds")){
let data80 = data79.afterSeconds;
const _errs174 = errors;
if(!((typeof data80 == "number") && (!(data80 % 1) && !isNaN(data80)))){
validate10.errors = [{instancePath:instancePath+"/again/afterSeconds",schemaPath:"#/properties/again/properties/afterSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs174){
if(typeof data80 == "number"){
if(data80 > 60 || isNaN(data80)){
validate10.errors = [{instancePath:instancePath+"/again/afterSeconds",schemaPath:"#/properties/again/properties/afterSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60},message:"must be <= 60"}];
return false;
}
else {
if(data80 < 1 || isNaN(data80)){
validate10.errors = [{instancePath:instancePath+"/again/afterSeconds",schemaPath:"#/properties/again/properties/afterSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid22 = _errs174 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data79.withinSeconds !== undefined && func0.call(data79, "withinSeconds")){
let data81 = data79.withinSeconds;
const _errs176 = errors;
if(!((typeof data81 == "number") && (!(data81 % 1) && !isNaN(data81)))){
validate10.errors = [{instancePath:instancePath+"/again/withinSeconds",schemaPath:"#/properties/again/properties/withinSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs176){
if(typeof data81 == "number"){
if(data81 > 3600 || isNaN(data81)){
validate10.errors = [{instancePath:instancePath+"/again/withinSeconds",schemaPath:"#/properties/again/properties/withinSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"}];
return false;
}
else {
if(data81 < 1 || isNaN(data81)){
validate10.errors = [{instancePath:instancePath+"/again/withinSeconds",schemaPath:"#/properties/again/properties/withinSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid22 = _errs176 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data79.progress !== undefined && func0.call(data79, "progress")){
let data82 = data79.progress;
const _errs178 = errors;
if(errors === _errs178){
if(typeof data82 === "string"){
if(func52(data82) > 200){
validate10.errors = [{instancePath:instancePath+"/again/progress",schemaPath:"#/properties/again/properties/progress/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/again/progress",schemaPath:"#/properties/again/properties/progress/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid22 = _errs178 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/again",schemaPath:"#/properties/again/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs171 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
return validate;
})();
